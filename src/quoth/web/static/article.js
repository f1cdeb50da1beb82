// Records open beside the text, where a click on a mark without this script leads to them.
const opened = document.getElementById("opened");
const words = document.getElementById("words");
const page = document.querySelector(".reading");
const KEPT = "quoth-marks-off";
let from = null;

const pieces = (id) => page.querySelectorAll(`.text [data-m~="${CSS.escape(id)}"]`);

function light(id, name) {
  page.querySelectorAll(`.m.${name}`).forEach((piece) => piece.classList.remove(name));
  page.querySelectorAll(`.record.${name}`).forEach((record) => record.classList.remove(name));
  if (!id) return;
  pieces(id).forEach((piece) => piece.classList.add(name));
  document.getElementById(`r-${id}`)?.classList.add(name);
}

function off() {
  const boxes = [...document.querySelectorAll(".switches input:not(:checked)")];
  return new Set(boxes.map((box) => box.dataset.kind));
}

function records(ids) {
  const hidden = off();
  const found = ids.map((id) => document.getElementById(`r-${id}`));
  return found.filter((record) => record && !hidden.has(record.dataset.kind));
}

function open(ids, place) {
  const found = records(ids);
  if (!found.length) return false;
  from = place;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiet";
  close.textContent = words.dataset.close;
  close.addEventListener("click", shut);
  const bar = document.createElement("p");
  bar.className = "bar";
  bar.append(close);
  const list = document.createElement("ol");
  list.className = "records";
  for (const record of found) {
    const copy = record.cloneNode(true);
    copy.removeAttribute("id");
    copy.classList.remove("on");
    copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    list.append(copy);
  }
  opened.replaceChildren(bar, list);
  opened.hidden = false;
  opened.parentElement.scrollTop = 0;
  light(found[0].id.slice(2), "on");
  return true;
}

function shut() {
  opened.hidden = true;
  opened.replaceChildren();
  light("", "on");
  from?.focus({ preventScroll: true });
  from = null;
}

page.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const piece = event.target.closest(".text .m[data-m]");
  if (piece) {
    if (!document.getSelection().isCollapsed) return event.preventDefault();
    if (open(piece.dataset.m.split(" "), piece)) event.preventDefault();
    return;
  }
  const back = event.target.closest("a.in-text");
  if (back) light(back.hash.slice(3), "on");
});

page.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !opened.hidden) shut();
});

for (const [start, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  page.addEventListener(start, (event) => {
    const piece = event.target.closest(".text .m[data-m]");
    const record = event.target.closest("li.record");
    light(piece ? piece.dataset.m.split(" ")[0] : record?.id ? record.id.slice(2) : "", "near");
  });
  page.addEventListener(end, () => light("", "near"));
}

function remembered() {
  try {
    return new Set(JSON.parse(localStorage.getItem(KEPT) || "[]"));
  } catch {
    return new Set();
  }
}

const kept = remembered();
document.querySelectorAll(".switches input").forEach((box) => {
  if (kept.has(box.dataset.kind)) box.checked = false;
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, JSON.stringify([...off()]));
    } catch {
      // a browser that keeps nothing: the switch holds for this page
    }
  });
});

// a text that is folded opens where an address leads into it
function arrive() {
  const id = decodeURIComponent(location.hash.slice(1));
  const place = id && document.getElementById(id);
  if (!place) return;
  const fold = place.closest("details");
  if (fold && !fold.open) {
    fold.open = true;
    place.scrollIntoView();
  }
  if (id.startsWith("s-")) open([id.slice(2)], null);
}
addEventListener("hashchange", arrive);
arrive();
