const most = 6;

/**
 * Lets a picture on a stage be enlarged and moved: by two pointers, by tapping twice, by the wheel with Ctrl.
 * @param swiped called when a picture that is not enlarged is pushed aside
 */
export function zooming(stage: HTMLElement, { swiped }: { swiped: (toTheLeft: boolean) => void }) {
  let image: HTMLElement | undefined;
  let scale = 1;
  let [x, y] = [0, 0];
  const pointers = new Map<number, { x: number; y: number }>();
  let start = { x: 0, y: 0, time: 0, single: true };
  let lastTap = 0;

  const place = () => {
    if (!image) return;
    // No side of the picture comes further in than the middle of the stage.
    const [widest, highest] = [((scale - 1) * stage.clientWidth) / 2, ((scale - 1) * stage.clientHeight) / 2];
    x = Math.min(widest, Math.max(-widest, x));
    y = Math.min(highest, Math.max(-highest, y));
    image.style.transform = scale === 1 ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
    stage.classList.toggle('zoomed', scale > 1);
  };
  /** Enlarges about a point, measured from the middle of the stage. */
  const enlarge = (factor: number, px = 0, py = 0) => {
    const next = Math.min(most, Math.max(1, scale * factor));
    x = px - ((px - x) * next) / scale;
    y = py - ((py - y) * next) / scale;
    scale = next;
    place();
  };
  const fromMiddle = ({ clientX, clientY }: MouseEvent): [number, number] => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return [clientX - left - width / 2, clientY - top - height / 2];
  };
  const spread = () => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };

  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    stage.setPointerCapture(event.pointerId);
    const [px, py] = fromMiddle(event);
    if (pointers.size === 0) start = { x: px, y: py, time: event.timeStamp, single: true };
    else start.single = false;
    pointers.set(event.pointerId, { x: px, y: py });
    stage.classList.add('held');
  });
  stage.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const [px, py] = fromMiddle(event);
    const apart = spread();
    const share = pointers.size;
    x += (px - before.x) / share;
    y += (py - before.y) / share;
    pointers.set(event.pointerId, { x: px, y: py });
    const [a, b] = [...pointers.values()];
    if (a && b && apart > 0) enlarge(spread() / apart, (a.x + b.x) / 2, (a.y + b.y) / 2);
    else place();
  });
  const released = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || pointers.size > 0) return;
    stage.classList.remove('held');
    if (event.type === 'pointercancel' || !start.single) return;
    const [px, py] = fromMiddle(event);
    const [dx, dy] = [px - start.x, py - start.y];
    if (Math.hypot(dx, dy) < 10 && event.timeStamp - start.time < 300) {
      const twice = event.timeStamp - lastTap < 350;
      lastTap = twice ? 0 : event.timeStamp;
      if (twice) enlarge(scale > 1 ? 0 : 2.5, px, py);
    } else if (scale === 1 && Math.abs(dx) > 40 && Math.abs(dx) > 2 * Math.abs(dy)) swiped(dx < 0);
  };
  stage.addEventListener('pointerup', released);
  stage.addEventListener('pointercancel', released);
  stage.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      enlarge(Math.exp(-event.deltaY / 200), ...fromMiddle(event));
    },
    { passive: false },
  );

  return {
    /** A new picture on the stage, in its own size. */
    of(next: HTMLElement) {
      image = next;
      scale = 1;
      place();
    },
    by: enlarge,
  };
}
