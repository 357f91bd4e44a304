/**
 * Waits for all, and throws the first failure only when nothing is under way any more: a call that is still in flight when
 * an invocation has answered is lost on Forge, or disturbs the next one (nodejs-runtime, "Delayed code execution").
 */
export async function allSettled<Results extends readonly unknown[]>(work: {
  [Index in keyof Results]: Promise<Results[Index]>;
}): Promise<Results> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
