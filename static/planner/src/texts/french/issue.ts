/** What is changed about one issue: its status, its confidence in words. */
export const issue = {
  changeStatus: (key: string, status: string) => `État de ${key}\u202f: ${status}. Modifier`,
  statusMenu: (key: string) => `Changer l’état de ${key}`,
  readingTransitions: 'Lecture des possibilités…',
  noTransitions: 'Vous ne pouvez pas changer l’état de ce ticket.',
  againTransitions: 'Réessayer',
  needsFields: (fields: readonly string[]) =>
    fields.length === 0
      ? 'Demande un formulaire\u202f: ouvre le ticket dans Jira'
      : `Demande ${fields.join(', ')}\u202f: ouvre le ticket dans Jira`,

  /** The steps of confidence that PlanPrism brings; a board can have its own. */
  steps: [
    { percent: 90, name: 'presque sûr, peu d’inconnues' },
    { percent: 70, name: 'quelques questions ouvertes' },
    { percent: 50, name: 'beaucoup d’incertitude' },
    { percent: 20, name: 'pure supposition' },
  ],
  inWords: (percent: string, words: string) => `${percent} (${words})`,
  defaultInWords: (words: string) => `par défaut\u202f: ${words}`,
  confidenceOf: (key: string) => `Confiance de ${key}`,
  stepsOfConfidence: 'Niveaux de confiance',
  backToDefault: (percent: string) => `Revenir à la valeur par défaut (${percent})`,
  renameSteps: 'Renommer les niveaux…',

  stepsTitle: 'Niveaux de confiance',
  stepsIntro: 'Les mots parmi lesquels votre équipe choisit. C’est le pourcentage qui est enregistré et compté.',
  stepPercent: 'Pourcentage',
  stepName: 'Mots',
  stepPercentOf: (number: number) => `Pourcentage du niveau ${String(number)}`,
  stepNameOf: (number: number) => `Mots du niveau ${String(number)}`,
  removeStep: (number: number) => `Supprimer le niveau ${String(number)}`,
  addStep: 'Ajouter un niveau',
  resetSteps: 'Revenir aux niveaux de PlanPrism',
  stepProblems: {
    percent: 'Indiquez un nombre entier de 1 à 100.',
    samePercent: 'Un autre niveau a ce pourcentage.',
    noName: 'Dites en quelques mots ce que ce niveau signifie.',
    longName: 'Utilisez 80 caractères au maximum.',
  },
  save: 'Enregistrer',
  cancel: 'Annuler',

  subtasks: {
    rollUp: 'Sous-tâches\u202f: additionnées dans leur parent',
    parentOnly: 'Sous-tâches\u202f: seulement l’estimation du parent',
  },
  subtaskChoices: { rollUp: 'Additionnées dans leur parent', parentOnly: 'Seulement l’estimation du parent' },
  subtaskHints: {
    rollUp:
      'Un ticket compte avec la somme des estimations de ses sous-tâches, ou avec la sienne lorsqu’elles n’en ont pas.',
    parentOnly: 'Un ticket compte avec sa propre estimation, quoi que disent ses sous-tâches.',
  },
  subtaskMenu: 'Comment les sous-tâches sont comptées',
};
