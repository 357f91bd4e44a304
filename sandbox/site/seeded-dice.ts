/** A number from 0 to below `sides`. */
export type Dice = (sides: number) => number;

/** A linear congruential generator with the numbers of Numerical Recipes; its high bits are the ones to trust. */
export function diceOf(seed: number): Dice {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Once in so many times. */
export function happens(dice: Dice, onceIn: number): boolean {
  return dice(onceIn) === 0;
}

export function oneOf<Thing>(dice: Dice, list: readonly [Thing, ...Thing[]]): Thing {
  return list[dice(list.length)] ?? list[0];
}

const fine = 1_000_000;

/** Of mean 0 and standard deviation 1 (Box and Muller 1958). */
export function normal(dice: Dice): number {
  // Half a step away from 0, which has no logarithm.
  const [radius, angle] = [(dice(fine) + 0.5) / fine, dice(fine) / fine];
  return Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * angle);
}
