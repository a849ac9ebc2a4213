// A button with data-insert="ID" puts its value into that field, where the caret is, and closes its menu; with
// data-instead it puts it in place of what stands there. With data-brings="ID" it also uncovers the fields of that
// fieldset, which stood hidden and disabled, and says what they are.
import { announce } from "./page.js";

export function bring(id) {
  const fields = id && document.getElementById(id);
  if (!fields) return;
  fields.hidden = fields.disabled = false;
  announce(fields.innerText);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-insert]");
  const field = button && document.getElementById(button.dataset.insert);
  if (!field) return;
  const end = field.value.length;
  const [from, to] = "instead" in button.dataset ? [0, end] : [field.selectionStart ?? end, field.selectionEnd ?? end];
  field.setRangeText(button.value, from, to, "end");
  bring(button.dataset.brings);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  button.closest("details")?.removeAttribute("open");
  field.focus();
});
