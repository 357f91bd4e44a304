const sprints = (count: number): string => (count > 1 ? `les ${String(count)} derniers sprints` : 'le dernier sprint');
const average = (count: number): string => (count > 1 ? ' en moyenne' : '');

/** What a board is asked when it is planned on for the first time. */
export const firstRun = {
  title: (board: string) => `Configurer ${board}`,
  intro: 'Ces valeurs sont déduites de ce que Jira sait. Utilisez-les telles quelles, ou saisissez-en d’autres.',
  learn: 'Apprendre de vos sprints terminés',
  learnFrom: (count: number, countSaid: string) =>
    count > 1 ? `Apprendre de vos sprints terminés (${countSaid})` : 'Apprendre de votre sprint terminé',
  learnHint:
    'Pour la chance de finir, en arrière-plan pendant que vous planifiez. À suivre dans le projet\u202f: PlanPrism, puis Historique.',
  later: 'Vous retrouverez ces valeurs dans le projet\u202f: PlanPrism, puis Réglages.',
  reading: 'Recherche de ce que Jira sait…',
  failed: 'Jira n’a pas pu être interrogé. Vous pouvez saisir les valeurs, ou les laisser vides.',

  sprint: 'Sprint et heures',
  sprintOf: (days: number, hours: string, week: string) =>
    `${String(days)} ${days > 1 ? 'jours ouvrés' : 'jour ouvré'}, ${hours} par jour, ${week} jours par semaine – d’après Jira`,
  noDates: (hours: string, week: string) =>
    `${hours} par jour, ${week} jours par semaine – d’après Jira. Aucun sprint n’a encore de dates.`,

  capacity: 'Capacité',
  capacityField: 'Heures de toute l’équipe dans un sprint',
  logged: (listed: string, count: number) => `${listed} – temps consigné${average(count)} dans ${sprints(count)}`,
  completed: (listed: string, count: number) =>
    `${listed} – estimations${average(count)} de ce qui a été terminé dans ${sprints(count)}`,
  sprintHours: (sprint: string, hours: string) => `${sprint}\u202f: ${hours}`,
  noSprints: 'Aucun sprint terminé dont s’inspirer\u202f: saisissez les heures de l’équipe, ou laissez vide.',

  confidence: 'Confiance',
  defaultConfidence: 'Pour un ticket qui n’en a pas',
  desired: 'Ce que vous voulez atteindre',
  hours: (number: string) => `${number}\u00a0h`,
  fieldHint:
    'Lue dans le champ et écrite dans celui-ci. Les confiances définies dans PlanPrism sont conservées mais pas utilisées.',
  fromField: (field: string) => `Du champ «\u00a0${field}\u00a0»`,
  ownStorage: 'Propre à PlanPrism',
  kept: 'Confiance d’un ticket',

  use: 'Utiliser ces valeurs',
  without: 'Commencer sans',
  saving: 'Enregistrement…',
  notSaved: 'Cela n’a pas été enregistré',
  conflict:
    'Quelqu’un d’autre vient de configurer ce tableau. Utilisez ces valeurs à nouveau pour les mettre par-dessus les siennes.',
};
