/** What a board is asked when it is planned on for the first time. */
export const firstRun = {
  title: (board: string) => `Set up ${board}`,
  intro: 'These values are guessed from what Jira knows. Use them as they are, or type others.',
  learn: 'Learn from your closed sprints',
  learnFrom: (count: number, countSaid: string) =>
    count === 1 ? 'Learn from your closed sprint' : `Learn from your closed sprints (${countSaid})`,
  learnHint:
    'For the chance to finish, in the background while you plan. How far it is, you see in the project: PlanPrism, then History.',
  later: 'You find these values later in the project: PlanPrism, then Settings.',
  reading: 'Looking at what Jira knows…',
  failed: 'Jira could not be asked. You can type the values, or leave them empty.',

  sprint: 'Sprint and hours',
  sprintOf: (days: number, hours: string, week: string) =>
    `${String(days)} working ${days === 1 ? 'day' : 'days'}, ${hours} a day, ${week} days a week – from Jira`,
  noDates: (hours: string, week: string) => `${hours} a day, ${week} days a week – from Jira. No sprint has dates yet.`,

  capacity: 'Capacity',
  capacityField: 'Hours of the whole team in a sprint',
  logged: (sprints: string, count: number) =>
    `${sprints} – logged in the last ${count === 1 ? 'sprint' : `${String(count)} sprints, on average`}`,
  completed: (sprints: string, count: number) =>
    `${sprints} – estimates of what was finished in the last ${count === 1 ? 'sprint' : `${String(count)} sprints, on average`}`,
  sprintHours: (sprint: string, hours: string) => `${sprint}: ${hours}`,
  noSprints: 'No closed sprint to learn from: type the team’s hours, or leave it empty.',

  confidence: 'Confidence',
  defaultConfidence: 'Where an issue has none',
  desired: 'What you want to reach',
  hours: (number: string) => `${number}\u00a0h`,
  fieldHint: 'Read from the field and written to it. Confidences that were set in PlanPrism are kept and not used.',
  fromField: (field: string) => `From the field “${field}”`,
  ownStorage: 'PlanPrism’s own',
  kept: 'Confidence of an issue',

  use: 'Use these',
  without: 'Start without',
  saving: 'Saving…',
  notSaved: 'This was not saved',
  conflict: 'Somebody else has just set up this board. Use these again to put yours over theirs.',
};
