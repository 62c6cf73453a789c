// SVG path data and circles as polygons in pixels. What the portal's charts draw is all there is: M, L, H, V, C, Q, Z and their
// relative forms; anything else is an error, never a shape left out.

/** Where the units of a drawing lie in pixels: the same scale across and down, or up, as letters of a font are drawn. */
export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly upwards?: boolean;
}

/** A run of points; closed where the path says so. */
export interface Trace {
  readonly points: number[];
  closed: boolean;
}

const commands = /([MLHVCQZ])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)|[\s,]+/giy;

/** Traces of SVG path data. RangeError for a command that no chart of ours has. */
export function tracesOf(data: string, { x: left, y: top, scale, upwards = false }: Placing): readonly Trace[] {
  const traces: Trace[] = [];
  let trace: Trace | undefined;
  let command = '';
  let numbers: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const put = (toX: number, toY: number) => {
    x = toX;
    y = toY;
    trace?.points.push(left + x * scale, top + (upwards ? -y : y) * scale);
  };
  const apply = (values: readonly number[]) => {
    const relative = command === command.toLowerCase();
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
    const [fromX, fromY] = relative ? [x, y] : [0, 0];
    switch (command.toUpperCase()) {
      case 'M':
        trace = { points: [], closed: false };
        traces.push(trace);
        put(fromX + a, fromY + b);
        startX = x;
        startY = y;
        command = relative ? 'l' : 'L';
        return;
      case 'L':
        return put(fromX + a, fromY + b);
      case 'H':
        return put(fromX + a, y);
      case 'V':
        return put(x, fromY + a);
      case 'Q': {
        const [controlX, controlY, endX, endY] = [fromX + a, fromY + b, fromX + c, fromY + d];
        return curve(
          x + (2 / 3) * (controlX - x),
          y + (2 / 3) * (controlY - y),
          endX + (2 / 3) * (controlX - endX),
          endY + (2 / 3) * (controlY - endY),
          endX,
          endY,
        );
      }
      default:
        return curve(fromX + a, fromY + b, fromX + c, fromY + d, fromX + e, fromY + f);
    }
  };
  const curve = (x1: number, y1: number, x2: number, y2: number, endX: number, endY: number) => {
    const [x0, y0] = [x, y];
    const span = Math.abs(x1 - x0) + Math.abs(y1 - y0) + Math.abs(x2 - x1) + Math.abs(y2 - y1);
    const steps = Math.max(2, Math.ceil(Math.sqrt((span + Math.abs(endX - x2) + Math.abs(endY - y2)) * scale)));
    for (let step = 1; step <= steps; step++) {
      const t = step / steps;
      const s = 1 - t;
      const [p0, p1, p2, p3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      put(p0 * x0 + p1 * x1 + p2 * x2 + p3 * endX, p0 * y0 + p1 * y1 + p2 * y2 + p3 * endY);
    }
  };
  const wanted: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4 };
  commands.lastIndex = 0;
  while (commands.lastIndex < data.length) {
    const at = commands.lastIndex;
    const found = commands.exec(data);
    if (!found) throw new RangeError(`path data not drawn here: ${data.slice(at, at + 20)}`);
    const [, letter, number] = found;
    if (letter?.toUpperCase() === 'Z') {
      if (trace) trace.closed = true;
      x = startX;
      y = startY;
      command = '';
    } else if (letter !== undefined) {
      command = letter;
      numbers = [];
    } else if (number !== undefined) {
      numbers.push(Number(number));
      if (numbers.length === wanted[command.toUpperCase()]) {
        apply(numbers);
        numbers = [];
      }
    }
  }
  return traces;
}

// Control points of a quarter circle by one cubic curve.
const kappa = 0.5522847498307936;

/** Path data of a circle. */
export function circleData(x: number, y: number, radius: number): string {
  const k = kappa * radius;
  return `M${x + radius} ${y}c0 ${k} ${k - radius} ${radius} ${-radius} ${radius}c${-k} 0 ${-radius} ${k - radius} ${-radius} ${-radius}c0 ${-k} ${radius - k} ${-radius} ${radius} ${-radius}c${k} 0 ${radius} ${radius - k} ${radius} ${radius}Z`;
}
