// Choosing rows of a list: <form data-bulk id="bulk"> acts on the ticks of its form. `x` ticks the row in focus, a click
// with Shift ticks all between, [data-bulk-all] all that the page shows; the summary says how many are chosen.
import { announce, isTyping, onArrival } from "./page.js";

const form = document.querySelector("form[data-bulk]");
const summary = form?.querySelector("[data-bulk-count]");
const all = form?.querySelector("[data-bulk-all]");
const idle = summary?.textContent;
let last = null;

const ticks = () => [...document.querySelectorAll(`input[form="${form.id}"][name="case"]`)];

function tell() {
  const boxes = ticks();
  const chosen = boxes.filter((box) => box.checked).length;
  const words = form.dataset.saysCount.replace("{count}", String(chosen));
  if (chosen && summary.textContent !== words) announce(words);
  summary.textContent = chosen ? words : idle;
  form.toggleAttribute("data-chosen", chosen > 0);
  all.checked = chosen > 0 && chosen === boxes.length;
  all.indeterminate = chosen > 0 && chosen < boxes.length;
  if (chosen) summary.parentElement.open = true;
}

function between(from, to, checked) {
  const boxes = ticks();
  const [first, second] = [boxes.indexOf(from), boxes.indexOf(to)].sort((a, b) => a - b);
  if (first >= 0) for (const box of boxes.slice(first, second + 1)) box.checked = checked;
}

if (form) {
  all.closest("[data-bulk-page]").hidden = false;
  document.addEventListener("click", (event) => {
    if (!event.target.matches?.(`input[form="${form.id}"]`)) return;
    if (event.shiftKey && last?.isConnected) between(last, event.target, event.target.checked);
    last = event.target;
    tell();
  });
  all.addEventListener("change", () => {
    for (const box of ticks()) box.checked = all.checked;
    tell();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (localStorage.getItem("keys-off") === "yes") return;
    const box = document.activeElement?.closest(".case-list > li")?.querySelector(":scope > .case-row__tick");
    if (!box) return;
    event.preventDefault();
    box.checked = !box.checked;
    last = box;
    tell();
  });
  // Those that the server has ticked again were chosen, as if ticked here: bringing the list up to date leaves them.
  for (const box of ticks().filter((one) => one.defaultChecked)) {
    box.defaultChecked = false;
    box.checked = true;
  }
  onArrival(tell);
  tell();
}
