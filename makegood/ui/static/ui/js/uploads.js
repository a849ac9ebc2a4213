// Files that the server keeps at once: a box .files with data-keep-url sends what is picked, or dropped on or pasted into
// its form, as it comes, each with its progress. The answer is its row in the list [data-keep-list]; a picture that was put into the
// words gets its place there (the row's data-place). What cannot be kept is said in [data-keep-told]; nothing typed is
// touched. Until all is here the form is not sent.
import { type } from "./format.js";
import { announce } from "./page.js";
import { thumb } from "./thumbs.js";

const KEPT = 201;
const REFUSED = 422;
const coming = new WeakMap(); // how many, of a form

/** Sends files; `area` is the textarea that they were put into, if any. */
export function upload(files, box, form, area) {
  form.querySelector("[data-keep-told]").hidden = true;
  const before = area?.value.slice(0, area.selectionEnd);
  for (const file of files) {
    const row = listed(file, box);
    count(form, 1);
    send(file, box, row.querySelector("progress")).then((kept) => {
      form.querySelector("[data-keep-list]").append(kept);
      announce(kept.textContent.trim());
      if (area && kept.dataset.place) place(area, before, kept.dataset.place);
      else form.dispatchEvent(new Event("input", { bubbles: true }));
    }, (trouble) => {
      tell(form, `${file.name}: ${trouble.message}`);
    }).finally(() => {
      row.remove();
      count(form, -1);
    });
  }
}

function listed(file, box) {
  const row = document.createElement("li");
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", file.name);
  row.append(...thumb(file), `${file.name} `, bar);
  box.querySelector("ul").append(row);
  return row;
}

function send(file, box, bar) {
  return new Promise((resolve, reject) => {
    const { keepUrl, most, tooLarge, failed } = box.dataset;
    if (file.size > Number(most)) return reject(new Error(tooLarge));
    const asked = new XMLHttpRequest(); // fetch tells no progress
    asked.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) [bar.max, bar.value] = [event.total, event.loaded];
    });
    asked.addEventListener("error", () => reject(new Error(failed)));
    asked.addEventListener("load", () => {
      if (asked.status === KEPT) resolve(rowOf(asked.responseText));
      else reject(new Error(asked.status === REFUSED ? asked.responseText : failed));
    });
    asked.open("POST", keepUrl);
    asked.setRequestHeader("X-CSRFToken", document.querySelector("[name=csrfmiddlewaretoken]")?.value || "");
    const body = new FormData();
    body.set("file", file, file.name);
    asked.send(body);
  });
}

function rowOf(html) {
  return document.importNode(new DOMParser().parseFromString(html, "text/html").querySelector("li"), true);
}

/** Where the caret stood when the picture came, if what stands before it is still the same; else where it stands now. */
function place(area, before, words) {
  const caret = area.selectionEnd;
  const at = area.value.startsWith(before) ? before.length : caret;
  if (document.activeElement === area) {
    type(area, at, at, words);
    if (caret > at) area.setSelectionRange(caret + words.length, caret + words.length);
    return;
  }
  area.setRangeText(words, at, at, "preserve");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function tell(form, words) {
  const told = form.querySelector("[data-keep-told]");
  told.textContent = told.hidden ? words : `${told.textContent} ${words}`;
  told.hidden = false;
}

function count(form, more) {
  coming.set(form, (coming.get(form) || 0) + more);
}

addEventListener("submit", (event) => {
  if (!coming.get(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const told = event.target.querySelector("[data-keep-told]");
  told.hidden = true;
  tell(event.target, event.target.querySelector(".files").dataset.coming);
}, true);
