// The browser knows the visitor's time zone better than we guess it; the choice stays theirs.
const field = document.querySelector("select[data-guess-time-zone]");
if (field) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = [...field.options].some((option) => option.value === here);
  if (known) field.value = here;
}
