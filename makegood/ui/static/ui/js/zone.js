// The browser knows its person's time zone: put into a list to choose from, where the choice stays theirs, and into fields
// that nobody sees.
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const field of document.querySelectorAll("[data-time-zone]")) {
  const known = !field.options || [...field.options].some((option) => option.value === here);
  if (known && here) field.value = here;
}
