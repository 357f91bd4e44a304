import type { GlanceTexts } from '../texts';

/** By code, what is said instead of the English sentence that comes with a problem. Where the planner has it, as there. */
const problems: Readonly<Record<string, string>> = {
  'input.invalid': 'Cette valeur n’a pas été acceptée. Rechargez la page, vérifiez la valeur et réessayez.',
  'issue.unknown': 'Ce ticket n’existe pas, ou vous ne pouvez pas le voir.',
  'issue.conflict': 'Quelqu’un d’autre a modifié cette valeur depuis que vous l’avez vue.',
  'permission.denied':
    'Vous n’avez pas l’autorisation de faire cela dans Jira. Demandez-la à un administrateur du projet.',
  'jira.scope':
    'PlanPrism n’y est pas encore autorisé sur votre site. Demandez à un administrateur Jira de mettre l’application à jour.',
  'jira.busy': 'Jira répond trop lentement pour le moment. Attendez une minute et réessayez.',
  'jira.failed': 'Jira ne répond pas pour le moment. Réessayez dans une minute.',
  'jira.unreadable':
    'Jira a répondu sous une forme que PlanPrism ne connaît pas. Réessayez, et dites-le-nous si cela persiste.',
  'storage.unreadable':
    'Une valeur enregistrée est illisible pour cette version de PlanPrism. Elle a été conservée telle quelle. Rechargez la page, et dites-le-nous si cela persiste.',
  'storage.failed': 'Le stockage de PlanPrism ne répond pas pour le moment. Réessayez dans une minute.',
  'app.failed': 'Un problème est survenu dans PlanPrism. Réessayez, et dites-le-nous si cela persiste.',
  'bridge.failed': 'PlanPrism est injoignable. Vérifiez votre connexion et réessayez.',
};

export const french: GlanceTexts = {
  opening: 'Lecture de l’estimation…',
  noIssue: 'Jira ne dit pas de quel ticket il s’agit. Rechargez la page et rouvrez le panneau.',
  retry: 'Réessayer',

  noEstimate: 'Pas encore d’estimation',
  like: (low, high, issues) =>
    `Des tickets semblables ont pris ${low} à ${high} × leur estimation (${issues} tickets).`,
  noEstimateHint: 'Une estimation et une confiance donnent une fourchette.',
  estimate: {
    set: (hours) => `Estimation initiale\u202f: ${hours}`,
    subtasks: (hours) => `${hours}, la somme des estimations de ses sous-tâches`,
    remaining: (hours) => `${hours} restantes. Modifiez-les dans Jira.`,
    default: (hours) => `${hours}, la valeur par défaut\u202f: il n’a pas d’estimation propre`,
    none: (hours) => hours,
  },
  estimateAt: (hours, percent) => `${hours} à ${percent}`,
  estimateLabel: 'Estimation initiale (h)',
  estimateHint: '4h 30min, 1j ou 6',
  badHours: 'Indiquez une estimation en heures supérieure à 0, par exemple 6, 1,5, 90min ou 2j.',
  save: 'Enregistrer',

  confidenceLabel: 'Confiance',
  confidence: (percent, words, isDefault) =>
    `${percent}${words === '' ? '' : ` (${words})`}${isDefault ? ', par défaut' : ''}`,
  step: (percent, words) => `${percent} ${words}`,
  stepsLabel: 'En mots',
  backToDefault: (percent) => `Revenir à la valeur par défaut (${percent})`,
  saving: 'Enregistrement…',
  saved: 'Enregistré',
  readOnly:
    'Vous pouvez consulter ces valeurs, mais pas les modifier. Il faut pour cela l’autorisation de modifier ce ticket.',

  steps: [
    { percent: 90, name: 'presque sûr, peu d’inconnues' },
    { percent: 70, name: 'quelques questions ouvertes' },
    { percent: 50, name: 'beaucoup d’incertitude' },
    { percent: 20, name: 'pure supposition' },
  ],

  somebody: 'quelqu’un',
  setConfidence: (percent, name, when) => `${percent} par ${name}, ${when}`,
  tookAway: (name, when) => `Retour à la valeur par défaut par ${name}, ${when}`,
  nobodySetIt: 'Personne n’a indiqué de confiance pour ce ticket.',
  fromField: 'D’après le champ Jira que le tableau a choisi.',

  sprintTitle: 'Sprint',
  noSprint: 'Dans aucun sprint ouvert',
  notPlanned: (sprint) => `Dans ${sprint}. Aucun plan enregistré ne lui donne encore de place.`,
  side: {
    above: (sprint, when) => `Dans ${sprint}, au-dessus de la ligne, selon le plan du ${when}`,
    below: (sprint, when) => `Dans ${sprint}, sous la ligne, selon le plan du ${when}`,
    dropped: (sprint, when) => `Dans ${sprint}, à renvoyer au backlog, selon le plan du ${when}`,
  },
  openSprint: (sprint) => `Ouvrir ${sprint} dans le planificateur`,
  openPlanner: 'Ouvrir le planificateur',
  noPlanner: 'Le planificateur se trouve dans le projet\u202f: choisissez-y PlanPrism.',

  confidenceConflict: (percent) =>
    percent === null
      ? 'Quelqu’un d’autre a retiré la confiance depuis que vous l’avez vue. La vôtre n’a pas été enregistrée.'
      : `Quelqu’un d’autre a mis la confiance à ${percent} depuis que vous l’avez vue. La vôtre n’a pas été enregistrée.`,
  estimateConflict: (hours) =>
    hours === null
      ? 'Quelqu’un d’autre a retiré l’estimation depuis que vous l’avez vue. La vôtre n’a pas été enregistrée.'
      : `Quelqu’un d’autre a mis l’estimation à ${hours} depuis que vous l’avez vue. La vôtre n’a pas été enregistrée.`,
  problems,
};
