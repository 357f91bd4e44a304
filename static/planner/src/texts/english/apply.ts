const issues = (count: number): string => (count === 1 ? '1 issue' : `${String(count)} issues`);

/** Applying the plan to Jira, and taking it back. */
export const apply = {
  title: 'Apply the plan to Jira',
  reading: 'Looking at what would change in Jira…',
  intro: 'Nothing changes in Jira until you apply. You can undo it afterwards.',
  activeSprint: (sprint: string) =>
    `${sprint} is running. Applying changes its scope, and Jira’s sprint reports will show that.`,
  nothing: 'Jira already matches the plan. There is nothing to apply.',
  nothingOfDone: 'Everything that can be applied is applied.',
  previewFailed: 'The preview could not be made',
  changedTitle: 'The sprint has changed in Jira since this preview',
  changed: 'More would move now than you have seen, so nothing more was done. Look again at what would change.',
  overtakenTitle: 'This plan was changed meanwhile',
  overtaken: 'Somebody saved a newer plan. Close this window to see it, then apply it again.',

  belowLabel: 'Issues below the line go to',
  belowBacklog: 'the backlog',
  belowNext: (sprint: string) => `the next sprint, ${sprint}`,
  belowNoNext: 'the next sprint: create it in Jira first',

  counts: (into: number, out: number, ranked: number) =>
    `${String(into)} in, ${String(out)} out, ${String(ranked)} ranked anew`,
  moveIn: (sprint: string) => `Move into ${sprint}`,
  moveToBacklog: 'Move out, to the backlog',
  moveToSprint: (sprint: string) => `Move out, to ${sprint}`,
  nextSprint: 'the next sprint',
  changeRank: 'Change rank',
  staying: 'Stay as they are',
  more: (count: number) => `and ${String(count)} more`,
  openInJira: (key: string) => `Open ${key} in Jira`,

  apply: 'Apply to Jira',
  again: 'Try again',
  goOn: 'Go on',
  undo: 'Undo',
  close: 'Close',
  cancel: 'Cancel',

  applying: 'Applying to Jira…',
  undoing: 'Taking it back…',
  progress: (done: number, all: number) => `${String(done)} of ${String(all)} done…`,
  stayOpen: 'This window stays open until Jira has answered.',

  applied: 'Done. Jira matches the plan now.',
  appliedPartly: (refused: number) => `Done, except for ${issues(refused)} that Jira refused.`,
  undone: 'Done. The last apply is taken back.',
  undonePartly: (refused: number) => `Taken back, except for ${issues(refused)} that Jira refused.`,
  stopped: (left: number) => `Not finished: ${issues(left)} still to do. What is listed here is done.`,
  failed: 'Not finished. What is listed here is done.',
  failedAtOnce: 'Jira did not confirm any change.',
  safeToRepeat: 'Trying again is safe: what is already done is not done twice.',
  doneSoFar: 'Done so far',

  didIn: (sprint: string) => `Moved into ${sprint}`,
  didToBacklog: 'Moved to the backlog',
  didToSprint: (sprint: string) => `Moved to ${sprint}`,
  didRank: 'Ranked',
  undidIn: (sprint: string) => `Back in ${sprint}`,
  undidOut: 'Out of the sprint again',
  undidRank: 'Back at their old rank',
  refused: 'Refused by Jira',

  lastApplied: (when: string) => `Last applied ${when}`,
  undoApply: 'Undo apply',
  undoLastApply: 'Undo the last apply',
  undoTitle: 'Undo the last apply',
  undoWhat: (sprint: string, when: string) => `This takes back what was applied to ${sprint} on ${when}:`,
  undoIn: (count: number) => `${issues(count)} that moved into the sprint ${count === 1 ? 'leaves' : 'leave'} it again`,
  undoOut: (count: number) => `${issues(count)} that moved out ${count === 1 ? 'comes' : 'come'} back`,
  undoRank: 'the rank becomes what it was',
  undoLimit: 'What somebody has moved since then stays where it is now.',
};
