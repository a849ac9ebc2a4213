// Formatting while one types: [data-formats="ID"] is a toolbar for that textarea. A button with data-mark puts its mark
// around what is chosen, or takes it off again; with data-before in front of each line; with data-link it makes a link.
// data-letter works with Ctrl (⌘) while the words have the focus. Arrows walk the toolbar: it is one stop of the Tab key.
import { onArrival, within } from "./page.js";

/** Types as if by hand, so that the browser can undo it. */
export function type(area, from, to, words) {
  area.focus();
  area.setSelectionRange(from, to);
  if (document.execCommand("insertText", false, words)) return;
  area.setRangeText(words, from, to, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function surround(area, mark) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const chosen = value.slice(start, end);
  // A mark stands beside a letter: blanks at the ends of what is chosen stay outside.
  const from = start + (chosen.trim() ? chosen.length - chosen.trimStart().length : 0);
  const words = chosen.trim();
  const to = from + words.length;
  const size = mark.length;
  const marked = value.slice(from - size, from) === mark && value.slice(to, to + size) === mark;
  const longer = value[from - size - 1] === mark[0] && value[from - size - 2] !== mark[0];
  if (from >= size && marked && !(size === 1 && longer)) {
    type(area, from - size, to + size, words);
    area.setSelectionRange(from - size, to - size);
  } else {
    type(area, from, to, `${mark}${words}${mark}`);
    area.setSelectionRange(from + size, to + size);
  }
}

function begin(area, before) {
  const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const stop = area.value.indexOf("\n", area.selectionEnd);
  const to = stop < 0 ? area.value.length : stop;
  const lines = area.value.slice(from, to).split("\n");
  const all = lines.every((line) => line.startsWith(before));
  type(area, from, to, lines.map((line) => (all ? line.slice(before.length) : before + line)).join("\n"));
}

function link(area, beginning) {
  const { selectionStart: from, selectionEnd: to } = area;
  const words = area.value.slice(from, to);
  type(area, from, to, `[${words}](${beginning})`);
  // Words first where there are none, else where it leads.
  const at = words ? from + words.length + 3 : from + 1;
  area.setSelectionRange(at, words ? at + beginning.length : at);
}

function use(button, area) {
  const { mark, before, link: beginning } = button.dataset;
  if (mark) surround(area, mark);
  else if (before) begin(area, before);
  else link(area, beginning);
}

function start(bar) {
  const area = document.getElementById(bar.dataset.formats);
  if (!area || bar.dataset.started) return;
  bar.dataset.started = "yes";
  bar.hidden = false;
  const buttons = [...bar.querySelectorAll("button")];
  buttons.forEach((button, at) => { button.tabIndex = at ? -1 : 0; });
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) use(button, area);
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
    buttons.forEach((button) => { button.tabIndex = -1; });
    buttons[at].tabIndex = 0;
    buttons[at].focus();
  });
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const button = buttons.find((one) => one.dataset.letter === event.key.toLowerCase());
    if (!button) return;
    event.preventDefault();
    use(button, area);
  });
}

onArrival((root) => within(root, "[data-formats]").forEach(start));
