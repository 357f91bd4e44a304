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
