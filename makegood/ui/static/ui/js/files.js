// Files: .files holds an <input type="file" multiple> and a <ul>. Files may be picked, dropped on the form or pasted
// into it; each is listed by name, a picture with a small view of it, and can be taken out again. With data-keep-url the
// server keeps them at once, however they came (uploads.js).
import { onArrival, within } from "./page.js";
import { thumb } from "./thumbs.js";
import { upload } from "./uploads.js";

function size(bytes) {
  const units = ["byte", "kilobyte", "megabyte"];
  const at = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : 2;
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit", unit: units[at], unitDisplay: "short", maximumFractionDigits: at === 2 ? 1 : 0,
  }).format(bytes / 1000 ** at);
}

function start(box) {
  const input = box.querySelector("input[type=file]");
  const list = box.querySelector("ul");
  const form = input?.form;
  if (!input || !list || !form || box.dataset.started) return;
  box.dataset.started = "yes";
  let held = box.dataset.keepUrl ? [] : [...input.files]; // those of a form that came back

  const show = () => {
    const carrier = new DataTransfer();
    for (const file of held) carrier.items.add(file);
    input.files = carrier.files;
    list.replaceChildren(...held.map((file) => {
      const row = document.createElement("li");
      const out = document.createElement("button");
      out.type = "button";
      out.textContent = "×";
      out.setAttribute("aria-label", (box.dataset.remove || "{name}").replace("{name}", file.name));
      out.addEventListener("click", () => {
        held = held.filter((other) => other !== file);
        show();
        input.focus();
      });
      row.append(...thumb(file), `${file.name} · ${size(file.size)} `, out);
      return row;
    }));
  };
  const add = (files) => {
    held = input.multiple ? [...held, ...files] : [...files].slice(0, 1);
    show();
  };

  // A picture belongs among the words that it is put into.
  const take = (files, target) => {
    if (!box.dataset.keepUrl) return add(files);
    upload(files, box, form, target instanceof HTMLTextAreaElement ? target : null);
  };

  input.addEventListener("change", () => {
    const picked = [...input.files];
    if (box.dataset.keepUrl) input.value = "";
    take(picked, input);
  });
  form.addEventListener("reset", () => { held = []; setTimeout(show); });
  form.addEventListener("paste", (event) => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    take([...event.clipboardData.files], event.target);
  });
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.dataset.dropping = "yes";
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) delete form.dataset.dropping;
  });
  form.addEventListener("drop", (event) => {
    delete form.dataset.dropping;
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take([...event.dataTransfer.files], event.target);
  });
  if (held.length) show();
}

onArrival((root) => within(root, ".files").forEach(start));
