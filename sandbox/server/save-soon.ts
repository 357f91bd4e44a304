/** Writes the state file shortly after changes, not at each of them. */
export interface SaveSoon {
  /** Something may have changed. */
  changed(): void;
  /** Writes at once, and resolves when everything is on the disk. */
  settle(): Promise<void>;
}

/** @param wait milliseconds from the first change to the write */
export function saveSoon(save: () => Promise<void>, wait: number, complain: (sentence: string) => void): SaveSoon {
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const write = () => {
    timer = undefined;
    writing = writing.then(save).catch((error: unknown) => {
      complain(`The sandbox could not save its state: ${error instanceof Error ? error.message : String(error)}`);
    });
  };
  return {
    changed: () => {
      timer ??= setTimeout(write, wait);
    },
    settle: async () => {
      clearTimeout(timer);
      write();
      await writing;
    },
  };
}
