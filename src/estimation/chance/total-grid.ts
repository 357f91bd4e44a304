import type { TaskForecast } from './forecast-task';
import { fourier } from './fourier';
import { normalCdf } from './normal';

/**
 * Totals of hours as probabilities on an even grid, by their Fourier transforms: those of independent tasks multiply.
 * What is beyond the grid would come round to its start; damping by exp(−12·s/length) before, and undoing it after,
 * leaves 6e-6 of that (exponential tilting: Grübel & Hermesmeier, ASTIN Bulletin 1999).
 */
const damping = 12;

/** So many spreads out, a normal distribution is 0 or 1 to 1e-9. */
const certainty = 6;

export interface Grid {
  /** Power of 2. */
  readonly cells: number;
  /** Hours that all cells cover. */
  readonly length: number;
}

/** Enough cells for as many tasks that what each adds in rounding stays far below 0.005 of probability. */
export function gridOf(tasks: number, length: number): Grid {
  return { cells: tasks <= 128 ? 1024 : tasks <= 512 ? 2048 : 4096, length };
}

/** Transform of damped probabilities. They are real, so half of it says it all. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Of a total of nothing: 0 hours for sure. */
export function spectrumOfNothing({ cells }: Grid): Spectrum {
  return { re: new Float64Array(cells / 2 + 1).fill(1), im: new Float64Array(cells / 2 + 1) };
}

/** High frequencies of a long list fade away; below 1e-308 processors take a hundred times as long for each product. */
const flushed = (value: number): number => (value < 1e-150 && value > -1e-150 ? 0 : value);

/** A product instead of as many exponentials; its rounding is far below what damping leaves. */
function damp(cells: Float64Array): void {
  const ratio = Math.exp(-damping / cells.length);
  let factor = 1;
  for (let cell = 0; cell < cells.length; cell += 1) {
    cells[cell] = (cells[cell] ?? 0) * factor;
    factor *= ratio;
  }
}

/** Adds a task to the total, in place. */
export function addTask(total: Spectrum, task: TaskForecast, grid: Grid): void {
  const { re, im } = spectrumOf(task, grid);
  for (let k = 0; k < total.re.length; k += 1) {
    const a = total.re[k] ?? 0;
    const b = total.im[k] ?? 0;
    const c = re[k] ?? 0;
    const d = im[k] ?? 0;
    total.re[k] = flushed(a * c - b * d);
    total.im[k] = flushed(a * d + b * c);
  }
}

/** While a list is dragged about neither its tasks nor the grid change: only the last grid of each task is kept. */
const spectra = new WeakMap<TaskForecast, { readonly grid: Grid; readonly spectrum: Spectrum }>();

function spectrumOf(task: TaskForecast, grid: Grid): Spectrum {
  const known = spectra.get(task);
  if (known?.grid.cells === grid.cells && known.grid.length === grid.length) return known.spectrum;
  const spectrum = transformed(task, grid);
  spectra.set(task, { grid, spectrum });
  return spectrum;
}

/** A point between two cells is shared so that its mean stays. */
function transformed(task: TaskForecast, { cells, length }: Grid): Spectrum {
  const re = new Float64Array(cells);
  const im = new Float64Array(cells);
  const perHour = cells / length;
  task.eachPoint((hours, probability) => {
    const at = hours * perHour;
    // Beyond the grid it is beyond every capacity that is asked for.
    if (!(at < cells - 1)) return;
    const cell = at | 0;
    const part = at - cell;
    re[cell] = (re[cell] ?? 0) + probability * (1 - part);
    re[cell + 1] = (re[cell + 1] ?? 0) + probability * part;
  });
  damp(re);
  fourier(re, im);
  return { re: re.slice(0, cells / 2 + 1), im: im.slice(0, cells / 2 + 1) };
}

/** Back from the transform: the probability of each cell. */
export function probabilitiesOf(total: Spectrum, { cells }: Grid): Float64Array {
  const re = new Float64Array(cells);
  const im = new Float64Array(cells);
  for (let k = 0; k < cells; k += 1) {
    const mirrored = k <= cells / 2 ? k : cells - k;
    re[k] = total.re[mirrored] ?? 0;
    // The conjugate: a transform there is the transform back.
    im[k] = (k <= cells / 2 ? -1 : 1) * (total.im[mirrored] ?? 0);
  }
  fourier(re, im);
  return re.map((value, cell) => Math.max(0, (value / cells) * Math.exp((damping * cell) / cells)));
}

/**
 * Per cell the chance that a total there still fits once the common factor and the capacity's own uncertainty are in it:
 * total · exp(spread · Z) ≤ capacity.
 */
export function fitsPerCell(capacity: number, spread: number, { cells, length }: Grid): Float64Array {
  const fits = new Float64Array(cells);
  if (!(capacity > 0)) return fits.fill(capacity === 0 ? 1 : 0, 0, 1);
  const capacityAt = (capacity * cells) / length;
  const certain = Math.exp(certainty * spread);
  const firstOpen = Math.min(cells, Math.max(1, Math.ceil(capacityAt / certain)));
  const lastOpen = Math.min(cells - 1, Math.floor(capacityAt * certain));
  fits.fill(1, 0, firstOpen);
  for (let cell = firstOpen; cell <= lastOpen; cell += 1) fits[cell] = normalCdf(Math.log(capacityAt / cell) / spread);
  return fits;
}

/**
 * Weights by which a total's spectrum becomes a chance without going back from the transform (Parseval's theorem): one
 * sum of products a row.
 */
export function chanceWeights(capacity: number, spread: number, grid: Grid): Spectrum {
  const re = fitsPerCell(capacity, spread, grid).map((fit, cell) => fit * Math.exp((damping * cell) / grid.cells));
  const im = new Float64Array(grid.cells);
  fourier(re, im);
  return { re, im };
}

export function chanceOf(total: Spectrum, weights: Spectrum, { cells }: Grid): number {
  let sum = 0;
  for (let k = 0; k < total.re.length; k += 1) {
    const both = k === 0 || k === cells / 2 ? 1 : 2;
    sum += both * ((total.re[k] ?? 0) * (weights.re[k] ?? 0) + (total.im[k] ?? 0) * (weights.im[k] ?? 0));
  }
  return Math.min(1, Math.max(0, sum / cells));
}
