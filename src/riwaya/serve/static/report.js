// Everything on the page works without this file. It adds four things.

// 1. A click on any marked word opens the card of the narrowest claim, event or issue that the word belongs to.
const report = document.querySelector(".report");

report.addEventListener("click", (click) => {
  const mark = click.target.closest("[data-card]");
  const selecting = !document.getSelection().isCollapsed;
  if (mark && !selecting && !click.target.closest("a")) {
    location.hash = encodeURIComponent(mark.dataset.card);
  }
});

// 2. Where there is room beside it the text runs on without gaps, and the cards beside it make room for each other: each
// stands as near to its paragraph as the ones above it allow. A paragraph waits when its cards would stand
// further below it than DRIFT; all lengths are in pixels.
const GAP = 11;
const DRIFT = 400;
const beside = matchMedia("screen and (min-width: 54rem)");
const bothSides = matchMedia("screen and (min-width: 80rem)");
const rows = [...report.querySelectorAll(".row")];

function measured(row) {
  const notes = [...row.querySelectorAll(":scope > .margin")];
  return {
    row,
    top: row.offsetTop,
    notes: notes.map((note) => ({
      note,
      side: bothSides.matches && note.classList.contains("events") ? "end" : "start",
      height: note.offsetHeight,
    })),
  };
}

function settle() {
  for (const row of rows) {
    row.style.marginBlockStart = "";
  }
  report.style.minBlockSize = "";
  report.classList.toggle("settled", beside.matches);
  if (!beside.matches) {
    return;
  }
  const free = { start: 0, end: 0 };
  let pushed = 0;
  for (const { row, top, notes } of rows.map(measured)) {
    const late = Math.max(0, ...notes.map(({ side }) => free[side] - (top + pushed) - DRIFT));
    row.style.marginBlockStart = late ? `${late}px` : "";
    pushed += late;
    for (const { note, side, height } of notes) {
      const place = Math.max(top + pushed, free[side]);
      note.style.insetBlockStart = `${place - top - pushed}px`;
      free[side] = place + height + GAP;
    }
  }
  const lowest = Math.max(free.start, free.end) - report.offsetTop;
  report.style.minBlockSize = `${lowest}px`;
}

settle();
document.fonts.ready.then(settle);
addEventListener("resize", settle);
addEventListener("hashchange", settle); // a link to a card that was left out shows it
beside.addEventListener("change", settle); // printing is no resizing
report.addEventListener("toggle", settle, { capture: true });
if (location.hash) {
  document.querySelector(":target")?.scrollIntoView({ behavior: "instant" });
}

// 3. The Escape key shuts what was opened, leads from a card back to its words, and from there puts the light out.
addEventListener("keydown", (pressed) => {
  if (pressed.key !== "Escape") {
    return;
  }
  const details = pressed.target.closest("details[open]");
  const card = pressed.target.closest(".card");
  if (details) {
    details.open = false;
    details.querySelector("summary").focus();
  } else if (card) {
    report.querySelector(`:is(.pin, .trigger)[href="#${encodeURIComponent(card.id)}"]`)?.focus();
  } else if (!pressed.target.closest(".filter")) {
    document.activeElement.blur();
    location.replace("#-"); // no such place: nothing is the target, and nothing scrolls
  }
});

// 4. A filter is applied as soon as it is changed: the server's answer takes the place of what stands on the page.
const CHANGING = ".masthead nav, .tally, .report > :not(.tools)";
const filter = report.querySelector(".filter");
let asked = 0;

async function refine() {
  const turn = ++asked;
  const given = [...new FormData(filter)].filter(([, value]) => value);
  const address = `?${new URLSearchParams(given)}`;
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn !== asked) {
    return; // changed again meanwhile
  }
  const fresh = page.querySelectorAll(CHANGING);
  document.querySelectorAll(CHANGING).forEach((part, i) => part.replaceChildren(...fresh[i].childNodes));
  history.replaceState(null, "", address);
  settle();
}

if (filter) {
  filter.querySelector("button").hidden = true;
  filter.addEventListener("change", () => refine().catch(() => filter.submit()));
}
