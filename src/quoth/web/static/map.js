// The map can be moved and looked at more closely: buttons, dragging, two fingers, the wheel with
// the control key, and the arrow, plus and minus keys.  Spots and names keep their size.

const most = 24;

class Chart {
  constructor(svg) {
    this.svg = svg;
    const box = svg.viewBox.baseVal;
    this.first = { x: box.x, y: box.y, width: box.width, height: box.height };
    this.view = { ...this.first };
    this.world = { width: this.first.width * Number(svg.dataset.zoom), ratio: box.height / box.width };
    this.sized = [...svg.querySelectorAll("circle, text, .borders")].map((node) => ({
      node,
      radius: Number(node.getAttribute("r")),
      stroke: Number(node.getAttribute("stroke-width")),
      font: Number(node.getAttribute("font-size")),
      dx: node.localName === "text" ? this.beside(node) : null,
    }));
    this.fingers = new Map();
    this.dragged = false;
  }

  // a name stands beside its spot: how far, where nothing is enlarged
  beside(text) {
    const x = Number(text.getAttribute("x"));
    const y = Number(text.getAttribute("y"));
    let best = null;
    for (const spot of this.svg.querySelectorAll("circle")) {
      const at = { x: Number(spot.getAttribute("cx")), y: Number(spot.getAttribute("cy")) };
      const far = Math.hypot(at.x + Number(spot.getAttribute("r")) * 1.3 - x, at.y - y);
      if (best === null || far < best.far) best = { far, at };
    }
    return best && { at: best.at, x: x - best.at.x, y: y - best.at.y };
  }

  // a point of the screen in units of the map
  point(event) {
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
  }

  zoom(by, at) {
    const width = Math.min(Math.max(this.view.width / by, this.world.width / most), this.world.width);
    const share = width / this.view.width;
    const centre = at ?? {
      x: this.view.x + this.view.width / 2,
      y: this.view.y + this.view.height / 2,
    };
    this.show({
      x: centre.x - (centre.x - this.view.x) * share,
      y: centre.y - (centre.y - this.view.y) * share,
      width,
      height: width * this.world.ratio,
    });
  }

  move(x, y) {
    this.show({ ...this.view, x: this.view.x + x, y: this.view.y + y });
  }

  show(view) {
    const height = this.world.width * this.world.ratio;
    view.x = Math.min(Math.max(view.x, 0), this.world.width - view.width);
    view.y = Math.min(Math.max(view.y, 0), height - view.height);
    this.view = view;
    this.svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    const share = view.width / this.first.width;
    for (const one of this.sized) {
      if (one.radius) one.node.setAttribute("r", one.radius * share);
      if (one.stroke) one.node.setAttribute("stroke-width", one.stroke * share);
      if (one.font) one.node.setAttribute("font-size", one.font * share);
      if (one.dx) {
        one.node.setAttribute("x", one.dx.at.x + one.dx.x * share);
        one.node.setAttribute("y", one.dx.at.y + one.dx.y * share);
      }
    }
    const closer = view.width < this.world.width - 1;
    this.svg.classList.toggle("moving", closer);
  }

  press(event) {
    this.fingers.set(event.pointerId, event);
    this.dragged = false;
  }

  drag(event) {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const others = [...this.fingers.values()].filter((one) => one.pointerId !== event.pointerId);
    if (others.length === 1) {
      const was = Math.hypot(before.clientX - others[0].clientX, before.clientY - others[0].clientY);
      const is = Math.hypot(event.clientX - others[0].clientX, event.clientY - others[0].clientY);
      if (was > 0) this.zoom(is / was, this.point(others[0]));
      this.dragged = true;
    } else if (others.length === 0 && this.view.width < this.world.width - 1) {
      const from = this.point(before);
      const to = this.point(event);
      const far = Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
      if (!this.dragged && far < 4) return;
      if (!this.dragged) this.svg.setPointerCapture(event.pointerId);
      this.dragged = true;
      this.move(from.x - to.x, from.y - to.y);
    }
    this.fingers.set(event.pointerId, event);
  }

  release(event) {
    this.fingers.delete(event.pointerId);
  }
}

function key(chart, event) {
  const step = chart.view.width / 8;
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in moves) chart.move(...moves[event.key]);
  else if (event.key === "+" || event.key === "=") chart.zoom(1.5);
  else if (event.key === "-") chart.zoom(1 / 1.5);
  else return;
  event.preventDefault();
}

function start(svg, controls) {
  const chart = new Chart(svg);
  controls.hidden = false;
  controls.addEventListener("click", (event) => {
    const by = event.target.closest("button")?.dataset.by;
    if (by === undefined) return;
    if (by === "0") chart.show({ ...chart.first });
    else chart.zoom(Number(by));
  });
  svg.addEventListener("pointerdown", (event) => chart.press(event));
  svg.addEventListener("pointermove", (event) => chart.drag(event));
  for (const end of ["pointerup", "pointercancel", "pointerleave"])
    svg.addEventListener(end, (event) => chart.release(event));
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => { if (chart.dragged) event.preventDefault(); }, true);
  svg.addEventListener("keydown", (event) => key(chart, event));
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    chart.zoom(event.deltaY < 0 ? 1.25 : 0.8, chart.point(event));
  }, { passive: false });
}

const svg = document.querySelector("#map svg");
if (svg) start(svg, document.querySelector("#map .zoom"));
