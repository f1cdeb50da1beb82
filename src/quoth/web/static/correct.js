// Words that are selected in the text become those of a role: the form stays what is sent.

const passages = document.getElementById("passages");
const picker = document.querySelector("[data-picker]");

function selected() {
  const chosen = document.getSelection();
  if (!chosen || chosen.isCollapsed || !passages.contains(chosen.getRangeAt(0).commonAncestorContainer)) {
    return "";
  }
  return chosen.toString().replace(/\s+/gu, " ").trim();
}

function put(role) {
  const words = selected();
  const field = document.getElementById(role);
  if (!words || !field) return;
  const add = picker.querySelector("[data-add]").checked && field.value.trim();
  field.value = add ? `${field.value.trimEnd()}\n${words}` : words;
  field.focus();
}

if (passages && picker) {
  picker.hidden = false;
  for (const button of picker.querySelectorAll("[data-role]")) {
    // a press would take the selection away before the click
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => put(button.dataset.role));
  }
}
