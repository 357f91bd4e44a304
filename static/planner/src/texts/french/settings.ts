import { tickets } from './tickets';

/** The project page's tabs, and the settings of a board and of the site. */
export const settings = {
  tabsLabel: 'PlanPrism',
  tabs: { planner: 'Planificateur', team: 'Équipe', history: 'Historique', settings: 'Réglages' },
  leaveTitle: 'Partir sans enregistrer\u202f?',
  leaveWhy: 'Ce que vous avez modifié ici n’est pas encore enregistré.',
  stay: 'Rester ici',
  leave: 'Partir sans enregistrer',

  opening: 'Ouverture des réglages…',
  cannotOpen: 'Impossible d’ouvrir les réglages',
  boardTitle: 'Réglages du tableau',
  board: 'Tableau',
  chooseBoard: 'Choisir un tableau',
  boardIntro: 'Ces réglages valent pour tous les sprints de ce tableau et pour tous ceux qui y planifient.',
  readOnly:
    'Vous pouvez consulter ces réglages, mais pas les modifier. Il faut pour cela l’autorisation de planifier sur ce tableau.',
  save: 'Enregistrer',
  discard: 'Abandonner',
  saving: 'Enregistrement…',
  saved: 'Enregistré',
  discarded: 'Vos modifications sont abandonnées',
  unsaved: 'Pas encore enregistré',
  wrong: 'L’un des champs demande une autre valeur.',
  saveFailed: 'Les réglages n’ont pas été enregistrés',
  conflict: 'Quelqu’un d’autre a modifié ces réglages entre-temps',
  conflictWhy:
    'Vous voyez maintenant les siens. Vos modifications sont conservées\u202f: mettez-les par-dessus, puis enregistrez.',
  applyMine: 'Mettre les miennes par-dessus',
  dropMine: 'Garder les siens',

  capacity: 'Capacité',
  capacityModes: {
    sprint: 'Saisie pour chaque sprint',
    board: 'La même pour tous les sprints',
    team: 'Celle des personnes de l’équipe',
  },
  capacityModeHints: {
    sprint: 'Un sprint n’a pas de capacité tant que personne ne la saisit dans le planificateur.',
    board: 'Tant qu’un sprint n’a pas reçu la sienne dans le planificateur.',
    team: 'La somme de leurs heures, sprint par sprint, comme l’onglet Équipe la montre.',
  },
  capacityField: 'Heures de toute l’équipe dans un sprint',
  confidence: 'Confiance',
  defaultConfidence: 'Confiance par défaut',
  defaultConfidenceHint: 'Ce avec quoi un ticket compte tant qu’il n’a pas la sienne.',
  desired: 'Confiance souhaitée',
  desiredHint: 'Là où la ligne d’un nouveau plan est tracée.',
  followSite: (value: string) => `Comme sur tout le site\u202f: ${value}`,
  followPlanPrism: (value: string) => `La valeur par défaut de PlanPrism\u202f: ${value}`,
  own: 'Propre à ce tableau',
  percentField: (what: string) => `${what} en pourcentage`,
  badDesired: 'Indiquez un nombre entier de 0 à 100.',
  steps: 'Niveaux de confiance',
  stepsFromSite: 'Comme sur tout le site.',
  stepsBrought: 'Les mots de PlanPrism.',
  stepsOwn: 'Les mots de ce tableau.',
  stepsOfSite: 'Les mots du site.',
  changeSteps: 'Modifier les niveaux…',
  stepsLikeSite: 'Reprendre ceux du site',
  stepsLikeBrought: 'Reprendre ceux de PlanPrism',
  kept: 'Où les confiances sont conservées',
  keptIn: { planprism: 'Dans PlanPrism', field: 'Dans un champ numérique de Jira' },
  keptHints: {
    planprism: 'Rien à configurer dans Jira.',
    field: 'Lue dans le champ et écrite dans celui-ci. Les nombres entiers de 1 à 100 comptent.',
  },
  noFields: 'Ce site n’a pas de champ numérique qui pourrait la contenir.',
  field: 'Champ',
  chooseField: 'Choisir un champ',
  fieldGone: 'Un champ qui n’existe plus',
  badField: 'Choisissez le champ qui contient la confiance.',

  estimates: 'Estimations',
  subtasks: 'Sous-tâches',
  estimateSource: 'Ce avec quoi un ticket compte',
  estimateSources: {
    original: 'Son estimation initiale',
    remaining: 'Ce qu’il en reste, dès que le sprint est en cours',
    boardField: (field: string | null) =>
      field === null ? 'Le champ d’estimation du tableau' : `Le champ d’estimation du tableau, ${field}`,
  },
  estimateHints: {
    remaining: 'Avant cela, et là où Jira ne connaît pas de temps restant, l’estimation initiale.',
    noBoardField: 'Pas sur ce tableau\u202f: il n’estime pas en temps.',
  },

  chance: 'Chance de finir',
  drives: 'Le nombre qui trace la ligne',
  driveChoices: { ratio: 'L’indice de confiance', chance: 'La chance de finir' },
  driveHints: {
    ratio:
      'La place de la capacité entre la somme optimiste et la somme pessimiste\u202f: une mesure, pas une probabilité.',
    chance: 'La probabilité que tout ce qui est au-dessus de la ligne tienne, apprise de ce que ce tableau a terminé.',
  },
  actualSource: 'Ce que les tickets ont pris',
  actualSources: { logged: 'Le temps consigné', inProgress: 'Le temps passé en cours' },
  actualHints: {
    logged: 'Pour les équipes qui consignent leur travail.',
    inProgress: 'Les heures de travail entre le début et la fin, pour les équipes qui ne consignent rien.',
  },
  actualFromNowOn:
    'Cela vaut pour les sprints lus à partir de maintenant\u202f; l’onglet Historique peut réapprendre les sprints passés.',
  whoSeesOthers: 'Qui voit la justesse des estimations des autres',
  othersAnyway: 'La chance de finir elle-même dépend de qui fait quoi, quelle que soit la personne qui la regarde.',
  othersChoices: { nobody: 'Personne', planners: 'Ceux qui planifient sur ce tableau' },
  othersHints: {
    nobody: 'Chacun ne voit que les siennes, et celles des autres seulement toutes ensemble.',
    planners: 'Dans l’onglet Historique, personne par personne.',
  },

  preview: 'Ce que cela change',
  previewing: 'Recherche de ce que cela change…',
  previewFailed: 'Impossible de voir ce que cela change',
  previewOf: (sprint: string, changed: number, all: number) =>
    `Dans ${sprint}, cela change ${String(changed)} sur ${tickets(all)}.`,
  previewNone: (sprint: string, all: number) => `Dans ${sprint}, cela ne change aucun des ${tickets(all)}.`,
  before: 'Avant',
  after: 'Après',
  counted: (hours: string, confidence: string) => `${hours} à ${confidence}`,
  beforeAfter: (before: string, after: string) => `${before} → ${after}`,
  moreChanges: (count: number) => `et ${String(count)} de plus`,
  above: 'Tickets au-dessus de la ligne',

  siteTitle: 'Réglages de PlanPrism',
  siteIntro: 'Ces réglages valent sur tout le site, partout où un tableau n’a pas choisi les siens.',
  siteReadOnly: 'Vous pouvez consulter ces réglages. Seul un administrateur Jira peut les modifier.',
  brought: (value: string) => `La valeur par défaut de PlanPrism est ${value}.`,
  defaultEstimate: 'Tickets sans estimation',
  withEstimate: {
    off: 'Ne comptent pas',
    on: 'Comptent avec une estimation par défaut',
  },
  withEstimateHints: {
    off: 'Ils sont listés, et exclus de toutes les sommes.',
    on: 'Ils sont signalés comme tels dans le plan.',
  },
  estimateField: 'Estimation par défaut en heures',
  badEstimate: 'Indiquez des heures au-dessus de 0, par exemple 4 ou 1,5.',
  planning: 'Planification',
  line: 'Comment la ligne d’un nouveau plan est tracée',
  policies: { closest: 'Au plus près', atLeast: 'Au moins' },
  whoMayPlan: 'Qui peut planifier',
  planners: {
    editors: 'Quiconque peut modifier les tickets du sprint',
    sprintManagers: 'Seulement les personnes qui peuvent gérer les sprints',
  },
  plannersHint: 'Selon les autorisations de Jira, projet par projet.',

  mirror: 'La confiance dans la recherche de Jira',
  mirrorWhy:
    'PlanPrism écrit aussi chaque confiance définie dans son ticket, pour la recherche et l’automatisation de Jira\u202f:',
  mirrorOnce:
    'Écrivez ici celles qui ont été définies auparavant. Cela prend un moment et peut être refait à tout moment.',
  writeNow: 'Les écrire maintenant',
  writeAgain: 'Les écrire à nouveau',
  counting: 'Comptage…',
  written: (count: number, done: string, all: string) => `${done} sur ${all} ${count > 1 ? 'écrites' : 'écrite'}`,
  writtenAt: (count: number, done: string, when: string) => `${done} ${count > 1 ? 'écrites' : 'écrite'} le ${when}.`,
  stoppedAt: (done: string, when: string) =>
    `Arrêté après ${done} le ${when}. Écrivez-les à nouveau pour faire le reste.`,
  notWritten: (count: number, left: string) =>
    `${left} ${count > 1 ? 'n’ont pas pu être écrites' : 'n’a pas pu être écrite'}\u202f: le ticket n’existe plus, ou PlanPrism ne peut pas le modifier.`,
  neverWritten: 'Pas encore fait.',
  mirrorFailed: 'Les confiances n’ont pas pu être écrites',
};
