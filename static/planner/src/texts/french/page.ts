import { tickets } from './tickets';

/** The page itself: header, prism, list, notices. */
export const page = {
  opening: 'Ouverture du planificateur…',
  tryAgain: 'Réessayer',
  cannotOpen: 'Impossible d’ouvrir le planificateur',
  noPlace: 'Jira n’a pas indiqué à PlanPrism où il a été ouvert. Fermez-le et ouvrez-le à nouveau depuis le backlog.',
  sprintPicker: 'Changer de sprint',
  sprintState: { active: 'Actif', future: 'À venir', closed: 'Terminé' },

  detailed: (what: string, details: string) => `${what}\u202f: ${details}`,
  undo: 'Annuler',
  redo: 'Rétablir',
  undid: 'Annulé.',
  redid: 'Rétabli.',
  help: 'Raccourcis clavier et aide',
  applyToJira: 'Appliquer à Jira…',
  unsavedBlocksApply: 'Enregistrez ou abandonnez votre modification avant d’appliquer le plan',
  selectColumn: 'Sélectionner',

  saving: 'Enregistrement…',
  allSaved: 'Toutes les modifications sont enregistrées',
  notSaved: 'Non enregistré',
  nothingChanged: 'Enregistrement automatique',
  unsavedBlocksSprint: 'Enregistrez ou abandonnez votre modification avant d’ouvrir un autre sprint',
  retry: 'Réessayer',
  dropChange: 'Abandonner ma modification',
  saveFailed: (what: string) => `Non enregistré\u202f: ${what}`,
  saveMine: 'Enregistrer la mienne quand même',
  conflict: 'Ce plan a été modifié ailleurs',
  conflictMine: (what: string) =>
    `Vous voyez maintenant le plan le plus récent. Votre propre modification est conservée\u202f: ${what}.`,
  applyMine: 'Y appliquer ma modification',
  mine: {
    order: (count: number) => (count > 1 ? `${tickets(count)} déplacés` : 'un ticket déplacé'),
    line: 'la ligne déplacée',
    auto: 'la ligne remise en automatique',
    desired: {
      ratio: (percent: string) => `confiance souhaitée ${percent}`,
      chance: (percent: string) => `chance souhaitée ${percent}`,
    },
    policy: 'la règle de la ligne',
    capacity: (hours: string) => `capacité ${hours}`,
    noCapacity: 'aucune capacité',
    confidence: (key: string, percent: string) => `confiance de ${key} ${percent}`,
    defaultConfidence: (key: string) => `${key} de nouveau à la confiance par défaut`,
    estimate: (key: string, hours: string) => `estimation de ${key} ${hours}`,
    noEstimate: (key: string) => `aucune estimation pour ${key}`,
    status: (key: string, status: string) => `${key} à l’état ${status}`,
    subtasks: 'la façon de compter les sous-tâches',
    steps: 'les noms des niveaux de confiance',
  },

  readOnly:
    'Vous pouvez consulter ce plan, mais pas le modifier. Il faut pour cela l’autorisation de modifier les tickets de ce projet\u202f: demandez-la à un administrateur du projet. Exporter emporte le plan tel qu’il est.',
  readOnlyPlan:
    'Vous pouvez modifier les tickets, mais pas le plan. Il faut pour cela l’autorisation de gérer les sprints\u202f: demandez-la à un administrateur du projet.',
  closedSprint: (name: string) =>
    `${name} est terminé. Vous pouvez le relire et essayer une capacité, une confiance souhaitée ou une ligne\u202f; ses estimations restent telles quelles.`,

  capacity: 'Capacité',
  capacityEdit: 'Modifier la capacité',
  capacityOf: { sprint: 'pour ce sprint', board: 'celle du tableau', none: '' },
  setCapacity: 'Définir la capacité de l’équipe',
  setCapacityWhy:
    'Combien d’heures l’équipe peut-elle consacrer à ce sprint\u202f? PlanPrism en déduit votre degré de certitude et trace la ligne.',
  capacityField: 'Capacité de l’équipe en heures',
  badCapacity: 'Indiquez la capacité en heures, par exemple 120 ou 15j.',
  badHours: 'Indiquez une estimation en heures supérieure à 0, par exemple 6, 1,5, 90min ou 2j.',
  badConfidence: 'Indiquez un nombre entier de 1 à 100.',

  prismTitle: 'Travail prévu et capacité, au-dessus de la ligne',
  opt: 'OPT au-dessus',
  pes: 'PES au-dessus',
  optLong: 'Somme optimiste des tickets au-dessus de la ligne',
  pesLong: 'Somme pessimiste des tickets au-dessus de la ligne',
  wanted: (percent: string, hours: string) => `${percent} demandent ${hours}`,
  prismLabel: (parts: readonly string[]) => parts.join(', '),
  optimisticIs: (hours: string) => `Optimiste ${hours}`,
  capacityIs: (hours: string) => `capacité ${hours}`,
  pessimisticIs: (hours: string) => `pessimiste ${hours}`,
  sureIs: {
    ratio: (percent: string) => `indice de confiance ${percent}`,
    chance: (percent: string) => `chance de finir ${percent}`,
  },
  spare: (hours: string) => `${hours} de marge, même au pire`,
  short: (hours: string) => `il manque ${hours}, même au mieux`,
  nothingAbove: 'Rien n’est au-dessus de la ligne',
  nothingEstimated: 'Rien au-dessus de la ligne n’est estimé',
  allIssues: (original: string, optimistic: string, pessimistic: string) =>
    `Tous les tickets\u202f: ${original} (OPT ${optimistic} – PES ${pessimistic})`,

  desired: { ratio: 'Confiance souhaitée', chance: 'Chance souhaitée' },
  ofTheLine: { ratio: 'Confiance de la ligne', chance: 'Chance de la ligne' },
  lineAuto: 'Ligne\u202f: automatique',
  lineManual: 'Ligne\u202f: là où vous l’avez mise',
  backToAuto: (percent: string) => `Revenir à ${percent}`,
  policy: { closest: 'au plus près', atLeast: 'au moins' },
  policyLabel: 'Comment la ligne est tracée',
  policyHint: {
    closest: 'Là où elle est au plus près de ce que vous souhaitez',
    atLeast: 'Le plus de travail qui atteint encore ce que vous souhaitez',
  },

  sureName: { ratio: 'indice de confiance', chance: 'chance de finir' },
  aboveTheLine: 'Au-dessus de la ligne',
  reached: (wanted: string) => `atteint ${wanted}`,
  under: (points: number, wanted: string) =>
    points === 0 ? `juste sous ${wanted}` : `${String(points)}\u00a0point${points > 1 ? 's' : ''} sous ${wanted}`,
  noRatio: '–',
  sliderIs: (percent: string, above: number, all: number) =>
    `${percent}, ${String(above)} sur ${tickets(all)} au-dessus de la ligne`,
  seeTheSum: 'Voir le calcul',
  sumTitle: 'Le calcul derrière la confiance',
  sumIntro:
    'L’optimiste est l’estimation × la confiance, le pessimiste est l’estimation ÷ la confiance. L’indice de confiance dit où se situe la capacité entre les deux sommes.',
  sumFormula: (capacity: string, optimistic: string, pessimistic: string, ratio: string) =>
    `(${capacity} − ${optimistic}) ÷ (${pessimistic} − ${optimistic}) = ${ratio}`,
  sumFits: (capacity: string, pessimistic: string, all: string) =>
    `La capacité de ${capacity} couvre la somme pessimiste de ${pessimistic}\u202f: ${all}`,
  sumMisses: (capacity: string, optimistic: string, none: string) =>
    `La capacité de ${capacity} ne dépasse pas la somme optimiste de ${optimistic}\u202f: ${none}`,
  sumTotal: 'Somme au-dessus de la ligne',
  notAProbability: 'C’est le chiffre propre à la méthode, pas une probabilité.',
  close: 'Fermer',

  columns: {
    key: 'Clé',
    summary: 'Résumé',
    status: 'État',
    assignee: 'Responsable',
    estimate: 'Est.',
    estimateLong: 'Estimation initiale',
    confidence: 'Conf.',
    confidenceLong: 'Confiance',
    range: (end: string) => `Fourchette (0 – ${end})`,
    optimistic: 'Optimiste',
    pessimistic: 'Pessimiste',
  },
  listLabel: (sprint: string) => `Tickets de ${sprint} dans l’ordre du plan, avec la ligne de coupe, et le backlog`,
  joins: 'Entre',
  joinsLong: (sprint: string) => `Pas encore dans ${sprint}\u202f: le plan l’y ajoute lorsqu’il est appliqué à Jira`,
  leaves: 'Sort',
  leavesLong: (sprint: string) =>
    `Encore dans ${sprint}\u202f: le plan le renvoie au backlog lorsqu’il est appliqué à Jira`,
  select: (key: string) => `Sélectionner ${key}`,
  backlog: 'Backlog',
  backlogCount: (count: number, countSaid: string, more: boolean) =>
    more ? `les ${countSaid} premiers tickets` : tickets(count, countSaid),
  backlogMatches: (shownSaid: string, all: string, shown: number) =>
    `${shownSaid} sur ${all} correspond${shown > 1 ? 'ent' : ''}`,
  backlogHint: 'Faites glisser un ticket vers le haut pour le planifier',
  backlogMore: 'Afficher plus',
  backlogReading: 'Lecture du backlog…',
  backlogFailed: 'Impossible de lire le backlog',
  backlogEmpty: 'Il ne reste rien dans le backlog',
  backlogToggle: { show: 'Afficher le backlog', hide: 'Masquer le backlog' },
  noMatch: 'Aucun ticket ne correspond au filtre',
  toHere: 'Jusqu’ici',
  toHereNames: { ratio: 'Indice', chance: 'Chance' },
  toHereIs: (percent: string, mark: string | null) =>
    mark === null ? `Jusqu’ici\u202f: ${percent}` : `Jusqu’ici\u202f: ${percent}, ${mark}`,
  marks: { committed: 'Engagé', likely: 'Probable', stretch: 'Ambitieux' },
  markLong: {
    committed: 'Jusqu’ici, l’indice de confiance est de 90\u202f% ou plus',
    likely: 'Jusqu’ici, l’indice de confiance est de 80\u202f% ou plus',
    stretch: 'Jusqu’ici, l’indice de confiance est de 50\u202f% ou plus',
  },
  unassigned: 'Non assigné',
  noEstimate: 'Aucune estimation',
  addEstimate: 'Ajouter',
  typeAndPriority: (type: string, priority: string | null) =>
    priority === null ? type : `${type}, priorité ${priority}`,
  boardEstimate: (value: string, field: string) => `${field}\u202f: ${value}`,
  editEstimate: (key: string, value: string) => `Estimation initiale de ${key}\u202f: ${value}. Modifier`,
  estimateSource: {
    set: '',
    subtasks: ', d’après ses sous-tâches',
    remaining: ', restante',
    default: ', par défaut',
    none: '',
  },
  remainingWhy: 'Ce qui reste de son estimation. Modifiez-le dans Jira.',
  fromSubtasks: (count: number, own: string | null) =>
    `${count > 1 ? `Somme des estimations de ${String(count)} sous-tâches` : 'Estimation d’une sous-tâche'}${own === null ? '' : `\u202f; sa propre estimation de ${own} ne compte pas en plus`}. Modifiez-les dans Jira.`,
  subtasksUnestimated: (count: number) =>
    count === 1
      ? '1 sous-tâche n’a pas d’estimation et n’est pas dans cette somme.'
      : `${String(count)} sous-tâches n’ont pas d’estimation et ne sont pas dans cette somme.`,
  partlyTitle: (count: number) =>
    count === 1
      ? '1 ticket compte trop peu\u202f: certaines de ses sous-tâches n’ont pas d’estimation'
      : `${String(count)} tickets comptent trop peu\u202f: certaines de leurs sous-tâches n’ont pas d’estimation`,
  subtasksIgnored: (count: number) =>
    `Sa propre estimation compte\u202f; ${count > 1 ? `${String(count)} sous-tâches ne comptent pas` : '1 sous-tâche ne compte pas'}`,
  editConfidence: (key: string, value: string, source: string) =>
    `Confiance de ${key}\u202f: ${value}, ${source}. Modifier`,
  confidenceSource: { set: 'définie par l’équipe', default: 'par défaut', field: 'du champ Jira' },
  defaultMark: 'par défaut',
  rangeLabel: (optimistic: string, original: string, pessimistic: string) =>
    `de ${optimistic} à ${pessimistic}, estimation ${original}`,

  cutline: 'Ligne de coupe',
  planned: (original: string, range: string) => `${original} prévus (${range})`,
  ofCapacity: (hours: string) => `sur ${hours}`,
  auto: 'Auto',
  manual: 'Manuelle',
  below: (count: number, countSaid: string) =>
    count === 0 ? 'Tout est retenu' : `${tickets(count, countSaid)} sous la ligne`,
  unestimatedTitle: (count: number) =>
    count > 1
      ? `${tickets(count)} n’ont pas d’estimation et ne comptent pas dans les sommes`
      : '1\u00a0ticket n’a pas d’estimation et ne compte pas dans les sommes',
  unreadableTitle: 'Une confiance enregistrée est illisible\u202f; la valeur par défaut compte à sa place',
  onDefault: (count: string, percent: string) => `${count} à ${percent} par défaut`,
  allOnDefault: (percent: string) => `tous à ${percent} par défaut`,
  issueCount: (count: number, countSaid = String(count)) => tickets(count, countSaid),
  showTable: 'Afficher le tableau des valeurs',
  hideTable: 'Masquer le tableau des valeurs',
  showMore: (count: number) => `En afficher ${String(count)} de plus`,
  andMore: (count: number) => `et ${String(count)} de plus`,
  emptySprint: (name: string) => `${name} n’a encore aucun ticket`,

  handle: (what: string) => `Déplacer ${what}. Espace le soulève, un clic ouvre un menu`,
  move: 'Déplacer',
  moveMenu: (what: string) => `Déplacer ${what}`,
  destinations: {
    up: 'Vers le haut',
    down: 'Vers le bas',
    top: 'Tout en haut',
    aboveLine: 'Au-dessus de la ligne',
    belowLine: 'Sous la ligne',
    backlog: 'Vers le backlog',
  },
  theLine: 'la ligne de coupe',
  lifted: (what: string, place: string) =>
    `${what} soulevé, ${place}. Déplacez-le avec les flèches haut et bas, déposez-le avec espace, annulez avec Échap.`,
  movedTo: (what: string, place: string) => `${what}\u202f: ${place}.`,
  dropped: (what: string, place: string) => `${what} déposé, ${place}.`,
  cancelled: (what: string) => `Annulé. ${what} est revenu à sa place.`,
  placeOfIssue: (place: number, of: number, above: boolean) =>
    `${String(place)} sur ${String(of)}, ${above ? 'au-dessus de' : 'sous'} la ligne`,
  placeInBacklog: 'dans le backlog, non planifié',
  placeOfLine: (above: number, of: number) => `${String(above)} sur ${tickets(of)} au-dessus`,
};
