// A station of the chain shows its words in the paragraph while it is pointed at.
const place = document.querySelector(".in-place");
const stations = [...document.querySelectorAll(".chain .station")];

function light(number, on) {
  place.querySelectorAll(`[data-m~="step-${number}"]`).forEach((piece) => piece.classList.toggle("on", on));
}

stations.forEach((station, number) => {
  for (const event of ["mouseenter", "focusin"]) station.addEventListener(event, () => light(number, true));
  for (const event of ["mouseleave", "focusout"]) station.addEventListener(event, () => light(number, false));
});
