// What a fragment has to say when it arrives: [data-announce] is read to screen readers, once while it says the same.
import { announce, onArrival, within } from "./page.js";

let said = "";

onArrival((root) => {
  for (const element of within(root, "[data-announce]")) {
    if (element.dataset.announce !== said) announce(element.dataset.announce);
    said = element.dataset.announce;
  }
});
