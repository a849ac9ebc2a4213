// Menus are <details data-menu>: one at a time, closed by Escape or by looking elsewhere.
import { onArrival, within } from "./page.js";

const open = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
  for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("focusout", (event) => {
  const menu = event.target.closest?.("details[data-menu][open]");
  if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.("details[data-menu][open]");
  if (!menu) return;
  if (event.key === "Escape") {
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopPropagation();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const items = [...menu.querySelectorAll(".menu__list :is(a, button):not([hidden])")];
    const at = items.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    items[(at + items.length) % items.length]?.focus();
    event.preventDefault();
  }
});

// A row of places that moves sideways on a narrow page begins where one is.
onArrival((root) => {
  for (const here of within(root, "nav a[aria-current]")) {
    const row = here.closest("ul");
    if (!row || row.scrollWidth <= row.clientWidth) continue;
    const [place, whole] = [here.getBoundingClientRect(), row.getBoundingClientRect()];
    row.scrollLeft += place.left - whole.left - (whole.width - place.width) / 2;
  }
});
