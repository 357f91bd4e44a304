/** What every transform of a length shares: constants, only worked out when they are needed. */
interface Plan {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
  /** Where each number goes when the bits of its place are reversed. */
  readonly places: Int32Array;
}

const plans = new Map<number, Plan>();

function planOf(size: number): Plan {
  const known = plans.get(size);
  if (known !== undefined) return known;
  const angle = (k: number) => (2 * Math.PI * k) / size;
  const places = new Int32Array(size);
  for (let i = 1; i < size; i += 1) places[i] = ((places[i >> 1] ?? 0) >> 1) | ((i & 1) === 0 ? 0 : size >> 1);
  const plan = {
    cosines: Float64Array.from({ length: size / 2 }, (_, k) => Math.cos(angle(k))),
    sines: Float64Array.from({ length: size / 2 }, (_, k) => -Math.sin(angle(k))),
    places,
  };
  plans.set(size, plan);
  return plan;
}

/**
 * Discrete Fourier transform in place (Cooley & Tukey 1965, radix 2): X[k] = Σ x[j]·exp(−2πi·jk/n).
 *
 * @param re real parts; its length is a power of 2
 * @param im imaginary parts, as many
 */
export function fourier(re: Float64Array, im: Float64Array): void {
  const size = re.length;
  const { cosines, sines, places } = planOf(size);
  reorder(re, places);
  reorder(im, places);
  for (let half = 1; half < size; half *= 2) {
    const stride = size / (2 * half);
    for (let start = 0; start < size; start += 2 * half) {
      for (let k = 0; k < half; k += 1) {
        const c = cosines[k * stride] ?? 0;
        const s = sines[k * stride] ?? 0;
        const low = start + k;
        const high = low + half;
        const highRe = re[high] ?? 0;
        const highIm = im[high] ?? 0;
        const turnedRe = highRe * c - highIm * s;
        const turnedIm = highRe * s + highIm * c;
        const lowRe = re[low] ?? 0;
        const lowIm = im[low] ?? 0;
        re[low] = lowRe + turnedRe;
        im[low] = lowIm + turnedIm;
        re[high] = lowRe - turnedRe;
        im[high] = lowIm - turnedIm;
      }
    }
  }
}

function reorder(numbers: Float64Array, places: Int32Array): void {
  for (let i = 1; i < numbers.length; i += 1) {
    const place = places[i] ?? 0;
    if (i >= place) continue;
    const number = numbers[i] ?? 0;
    numbers[i] = numbers[place] ?? 0;
    numbers[place] = number;
  }
}

/**
 * The transform of real numbers, by one of half the length whose real parts are those in even places and whose imaginary
 * parts are the others (Press et al., Numerical Recipes, 12.3). The other half of it is the mirror image.
 *
 * @param numbers their length n is a power of 2
 * @returns X[0] to X[n/2]
 */
export function fourierOfReal(numbers: Float64Array): { re: Float64Array; im: Float64Array } {
  const half = numbers.length / 2;
  const evenRe = new Float64Array(half);
  const oddRe = new Float64Array(half);
  for (let k = 0; k < half; k += 1) {
    evenRe[k] = numbers[2 * k] ?? 0;
    oddRe[k] = numbers[2 * k + 1] ?? 0;
  }
  fourier(evenRe, oddRe);
  const { cosines, sines } = planOf(numbers.length);
  const re = new Float64Array(half + 1);
  const im = new Float64Array(half + 1);
  for (let k = 0; k <= half; k += 1) {
    const at = k === half ? 0 : k;
    const mirrored = at === 0 ? 0 : half - at;
    const a = evenRe[at] ?? 0;
    const b = oddRe[at] ?? 0;
    const c = evenRe[mirrored] ?? 0;
    const d = oddRe[mirrored] ?? 0;
    // What the odd places bring is turned by their place.
    const turnRe = k === half ? -1 : (cosines[k] ?? 0);
    const turnIm = k === half ? 0 : (sines[k] ?? 0);
    re[k] = (a + c + turnRe * (b + d) - turnIm * (c - a)) / 2;
    im[k] = (b - d + turnRe * (c - a) + turnIm * (b + d)) / 2;
  }
  return { re, im };
}
