// What every page runs. Each module looks for its own attributes and does nothing where there are none.
import "./clock.js";
import "./menu.js";
import "./dialog.js";
import "./keys.js";
import "./palette.js";
import "./passkey.js";
import "./draft.js";
import "./files.js";
import "./undo.js";
import "./insert.js";
import "./live.js";
import "./act.js";
import "./presence.js";
import "./thread.js";
import "./announce.js";
import "./zone.js";
import "./bulk.js";
