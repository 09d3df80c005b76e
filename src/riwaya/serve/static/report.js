// Everything on the page works without this file. It adds two things.

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
const DRIFT = 260;
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
beside.addEventListener("change", settle); // printing is no resizing
report.addEventListener("toggle", settle, { capture: true });
if (location.hash) {
  document.querySelector(":target")?.scrollIntoView({ behavior: "instant" });
}
