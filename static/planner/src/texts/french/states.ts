/** Before and around the plan: opening, what stands in the way of it, and a plan with nothing in it. */
export const states = {
  slow: 'Jira met plus de temps que d’habitude…',
  verySlow:
    'Vous pouvez continuer d’attendre, ou réessayer. Si Jira lui-même est lent, réessayez dans quelques minutes.',

  titles: {
    'board.none': 'Il n’y a pas de tableau à planifier',
    'board.unknown': 'Ce tableau est introuvable',
    'board.no-sprints': 'Ce tableau ne se planifie pas en sprints',
    'sprint.none': 'Ce tableau n’a pas encore de sprint',
    'sprint.unknown': 'Ce sprint est introuvable',
    'sprint.too-large': 'Ce sprint contient trop de tickets',
    'permission.denied': 'Vous n’avez pas accès à ce plan',
    'jira.scope': 'PlanPrism doit être mis à jour sur ce site',
    'jira.busy': 'Jira est occupé',
    'jira.failed': 'Jira ne répond pas',
    'jira.unreadable': 'PlanPrism ne peut pas lire la réponse de Jira',
    'storage.failed': 'Le plan enregistré est inaccessible',
    'storage.unreadable': 'Le plan enregistré est illisible',
    'app.failed': 'Un problème est survenu dans PlanPrism',
    'bridge.failed': 'PlanPrism est injoignable',
  },
  steps: {
    retry: 'Réessayer',
    backToJira: 'Revenir à Jira',
    currentSprint: 'Ouvrir le sprint en cours du tableau',
  },

  emptyNext:
    'Ajoutez des tickets depuis le backlog ci-dessous\u202f: faites-les glisser au-dessus de son titre, ou utilisez le menu d’une ligne.',
  unestimated: 'Rien n’est encore estimé ici',
  unestimatedNext:
    'Donnez aux tickets une estimation initiale dans la colonne Est. Vous obtiendrez leurs fourchettes, les sommes, la confiance et la ligne.',
  done: (sprint: string) => `Tout est terminé dans ${sprint}`,
  doneNext: 'Il ne reste rien à planifier ici.',
  doneLast: 'Il ne reste rien à planifier ici. Créez le prochain sprint dans le backlog pour le planifier.',
  planOn: (board: string) => `Planifier sur ${board}`,
  planNext: (sprint: string) => `Planifier ${sprint}`,
};
