/** A logarithmic axis with round numbers on it, 1, 2 or 5 times a power of ten, or its ends where there are none. */
export interface LogAxis {
  readonly domain: [number, number];
  readonly ticks: number[];
}

/** More labels than these do not fit beside each other. */
const mostTicks = 10;
const steps = [1, 2, 5];
/** So much further than the outermost points, which are circles and no points. */
const room = 1.2;

/** @param values above 0 */
export function logAxis(values: readonly number[]): LogAxis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [low, high] = [least / room, most * room];
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) powers.push(power);
  const roundNumbers = (of: readonly number[]): number[] =>
    powers
      .flatMap((power) => of.map((step) => roundNumber(step, power)))
      .filter((round) => round >= low && round <= high);
  const fine = roundNumbers(steps);
  if (fine.length === 0) return { domain: [low, high], ticks: [...new Set([least, most])] };
  return { domain: [low, high], ticks: fine.length <= mostTicks ? fine : roundNumbers([1]) };
}

/** Without the dust of floating point: 5 · 10⁻² is 0.05. */
function roundNumber(step: number, power: number): number {
  return Number(`${String(step)}e${String(power)}`);
}
