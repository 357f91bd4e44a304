import type { TaskForecast } from './forecast-task';
import { fourier, fourierOfReal } from './fourier';
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
  return { cells: tasks <= 128 ? 512 : tasks <= 512 ? 2048 : 4096, length };
}

/** Transform of damped probabilities. They are real, so half of it says it all. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The spectrum of a total, which tasks are added to. */
export interface TotalSpectrum extends Spectrum {
  /**
   * So many frequencies are left. The highest ones fade away with each task and never come back, so that a long list costs
   * little more than a short one.
   */
  left: number;
}

/** Of a total of nothing: 0 hours for sure. */
export function spectrumOfNothing({ cells }: Grid): TotalSpectrum {
  const left = cells / 2 + 1;
  return { re: new Float64Array(left).fill(1), im: new Float64Array(left), left };
}

/** Less than this of a frequency changes no chance by more than 1e-6, whatever the weights. */
const faded = 1e-14;

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
export function addTask(total: TotalSpectrum, task: TaskForecast, grid: Grid): void {
  const { re, im } = spectrumOf(task, grid);
  const { re: totalRe, im: totalIm } = total;
  let left = 0;
  for (let k = 0; k < total.left; k += 1) {
    const a = totalRe[k] ?? 0;
    const b = totalIm[k] ?? 0;
    const c = re[k] ?? 0;
    const d = im[k] ?? 0;
    const productRe = a * c - b * d;
    const productIm = a * d + b * c;
    totalRe[k] = productRe;
    totalIm[k] = productIm;
    if (Math.abs(productRe) + Math.abs(productIm) > faded) left = k + 1;
  }
  totalRe.fill(0, left, total.left);
  totalIm.fill(0, left, total.left);
  total.left = left;
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

/**
 * A point between cells is shared among the three nearest so that its mean and its spread stay (the weights of Lax and
 * Wendroff 1960: they may be negative, but no frequency grows by them). Sharing between two would widen long sums.
 */
function transformed(task: TaskForecast, { cells, length }: Grid): Spectrum {
  const probabilities = new Float64Array(cells);
  const perHour = cells / length;
  task.eachPoint((hours, probability) => {
    const at = hours * perHour;
    // Beyond the grid it is beyond every capacity that is asked for.
    if (!(at < cells - 2)) return;
    // There is nothing below no hours at all.
    const cell = Math.max(1, Math.round(at));
    const off = at - cell;
    const spread = off * off;
    probabilities[cell - 1] = (probabilities[cell - 1] ?? 0) + (probability * (spread - off)) / 2;
    probabilities[cell] = (probabilities[cell] ?? 0) + probability * (1 - spread);
    probabilities[cell + 1] = (probabilities[cell + 1] ?? 0) + (probability * (spread + off)) / 2;
  });
  damp(probabilities);
  return fourierOfReal(probabilities);
}

/** Back from the transform: the probability of each cell; a little less than nothing beside a spike, which evens out. */
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
  return re.map((value, cell) => (value / cells) * Math.exp((damping * cell) / cells));
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

export function chanceOf(total: TotalSpectrum, weights: Spectrum, { cells }: Grid): number {
  let sum = 0;
  for (let k = 0; k < total.left; k += 1) {
    const both = k === 0 || k === cells / 2 ? 1 : 2;
    sum += both * ((total.re[k] ?? 0) * (weights.re[k] ?? 0) + (total.im[k] ?? 0) * (weights.im[k] ?? 0));
  }
  return Math.min(1, Math.max(0, sum / cells));
}
