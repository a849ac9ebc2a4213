// Thumbnails: a picture that waits to be sent is seen small beside its name. Only what a browser shows without running
// anything in it (as in cases/serving.py): never SVG, whatever its name.
const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** A small view of a picked file, to stand before its name; nothing where it is no picture. */
export function thumb(file) {
  if (!SHOWN.has(file.type)) return [];
  const image = document.createElement("img");
  image.className = "thumb";
  image.alt = ""; // its name stands beside it
  const url = URL.createObjectURL(file);
  const forget = () => URL.revokeObjectURL(url);
  image.addEventListener("load", forget);
  image.addEventListener("error", () => { forget(); image.remove(); }); // no picture, whatever it calls itself
  image.src = url;
  return [image];
}
