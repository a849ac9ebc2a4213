// A button with data-insert="ID" puts its value into that field, where the caret is, and closes its menu.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-insert]");
  const field = button && document.getElementById(button.dataset.insert);
  if (!field) return;
  const [from, to] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  field.setRangeText(button.value, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  button.closest("details")?.removeAttribute("open");
  field.focus();
});
