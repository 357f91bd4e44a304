import { tickets } from './tickets';

/** Applying the plan to Jira, and taking it back. */
export const apply = {
  title: 'Appliquer le plan à Jira',
  reading: 'Lecture de ce qui changerait dans Jira…',
  intro: 'Rien ne change dans Jira tant que vous n’appliquez pas. Vous pourrez annuler ensuite.',
  activeSprint: (sprint: string) =>
    `${sprint} est en cours. Appliquer le plan change son périmètre, et les rapports de sprint de Jira le montreront.`,
  nothing: 'Jira correspond déjà au plan. Il n’y a rien à appliquer.',
  nothingOfDone: 'Tout ce qui peut être appliqué l’est.',
  previewFailed: 'L’aperçu n’a pas pu être préparé',
  changedTitle: 'Le sprint a changé dans Jira depuis cet aperçu',
  changed:
    'Davantage de tickets se déplaceraient que vous n’en avez vus\u202f; rien de plus n’a donc été fait. Regardez de nouveau ce qui changerait.',
  overtakenTitle: 'Ce plan a été modifié entre-temps',
  overtaken:
    'Quelqu’un a enregistré un plan plus récent. Fermez cette fenêtre pour le voir, puis appliquez de nouveau.',

  belowLabel: 'Les tickets sous la ligne vont dans',
  belowBacklog: 'le backlog',
  belowNext: (sprint: string) => `le sprint suivant, ${sprint}`,
  belowNoNext: 'le sprint suivant\u202f: créez-le d’abord dans Jira',

  counts: (into: number, out: number, ranked: number) =>
    `${String(into)} entrent, ${String(out)} sortent, ${String(ranked)} changent de rang`,
  moveIn: (sprint: string) => `À ajouter à ${sprint}`,
  moveToBacklog: 'À sortir, vers le backlog',
  moveToSprint: (sprint: string) => `À sortir, vers ${sprint}`,
  nextSprint: 'le sprint suivant',
  changeRank: 'Changent de rang',
  changeRankWhy:
    'Dans l’ordre du plan, avec le moins d’appels possible\u202f: certains sont peut-être déjà à leur place.',
  staying: 'Restent tels quels',
  more: (count: number) => `et ${String(count)} de plus`,
  openInJira: (key: string) => `Ouvrir ${key} dans Jira`,

  apply: 'Appliquer à Jira',
  again: 'Réessayer',
  goOn: 'Continuer',
  undo: 'Annuler l’application',
  close: 'Fermer',
  cancel: 'Annuler',

  applying: 'Application à Jira…',
  undoing: 'Annulation…',
  progress: (done: number, all: number) => `${String(done)} sur ${String(all)}…`,
  stayOpen: 'Cette fenêtre reste ouverte jusqu’à ce que Jira ait répondu.',

  applied: 'Terminé. Jira correspond maintenant au plan.',
  appliedPartly: (refused: number) => `Terminé, sauf pour ${tickets(refused)}.`,
  undone: 'Terminé. La dernière application est annulée.',
  undonePartly: (refused: number) => `Annulé, sauf pour ${tickets(refused)}.`,
  stopped: (left: number) => `Inachevé\u202f: il reste ${tickets(left)}. Ce qui est listé ici est fait.`,
  failed: 'Inachevé. Ce qui est listé ici est fait.',
  failedAtOnce: 'Jira n’a confirmé aucune modification.',
  safeToRepeat: 'Vous pouvez réessayer sans risque\u202f: ce qui est déjà fait ne l’est pas deux fois.',
  doneSoFar: 'Fait jusqu’ici',

  didIn: (sprint: string) => `Ajoutés à ${sprint}`,
  didToBacklog: 'Renvoyés au backlog',
  didToSprint: (sprint: string) => `Déplacés vers ${sprint}`,
  didRank: 'Classés',
  undidIn: (sprint: string) => `De retour dans ${sprint}`,
  undidOut: 'De nouveau hors du sprint',
  undidRank: 'De retour à leur ancien rang',
  notMoved: 'Non déplacés',
  notRanked: 'Non classés',

  lastApplied: (when: string) => `Appliqué le ${when}`,
  undoApply: 'Annuler l’application',
  undoLastApply: 'Annuler la dernière application',
  undoTitle: 'Annuler la dernière application',
  undoWhat: (sprint: string, when: string) => `Cela annule ce qui a été appliqué à ${sprint} le ${when}\u202f:`,
  undoIn: (count: number) =>
    count > 1 ? `${tickets(count)} ajoutés au sprint en ressortent` : `${tickets(count)} ajouté au sprint en ressort`,
  undoOut: (count: number) => (count > 1 ? `${tickets(count)} sortis reviennent` : `${tickets(count)} sorti revient`),
  undoRank: 'le rang redevient ce qu’il était',
  undoLimit: 'Ce que quelqu’un a déplacé depuis reste où il est.',
};
