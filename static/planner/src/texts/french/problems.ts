/** By code, what is said instead of the English sentence that comes with a problem. */
export const problems: Readonly<Record<string, string>> = {
  'input.invalid': 'Cette valeur n’a pas été acceptée. Rechargez la page, vérifiez la valeur et réessayez.',
  'board.unknown':
    'Ce tableau n’existe pas, ou vous ne pouvez pas le voir. Ouvrez PlanPrism depuis le backlog d’un tableau que vous pouvez voir.',
  'board.none':
    'Vous ne voyez aucun tableau qui se planifie en sprints. Demandez l’accès à un administrateur de projet, ou créez un tableau Scrum.',
  'board.no-sprints':
    'Ce tableau n’a pas de sprints\u202f: c’est un tableau Kanban, ou les sprints y sont désactivés. Ouvrez PlanPrism depuis un tableau Scrum.',
  'sprint.none': 'Ce tableau n’a pas encore de sprint. Créez-en un dans le backlog, puis rouvrez PlanPrism.',
  'sprint.unknown': 'Ce sprint n’est pas sur ce tableau. Choisissez-en un autre.',
  'sprint.too-large':
    'Ce sprint contient plus de tickets que PlanPrism ne peut en planifier. Renvoyez au backlog ce qui n’est pas encore planifié.',
  'issue.unknown': 'Ce ticket n’existe pas, ou vous ne pouvez pas le voir.',
  'issue.conflict': 'Quelqu’un d’autre a modifié cette valeur depuis que vous l’avez vue.',
  'issue.no-transition':
    'Le workflow ne mène pas directement à cet état, ou vous n’y êtes pas autorisé. Ouvrez le ticket dans Jira pour voir ce qui est possible.',
  'issue.needs-screen': 'Cette transition demande un formulaire à remplir. Ouvrez le ticket dans Jira pour la faire.',
  'plan.conflict': 'Quelqu’un d’autre a enregistré ce plan entre-temps.',
  'apply.busy':
    'PlanPrism est déjà en train de modifier ce sprint, pour quelqu’un d’autre ou dans une autre fenêtre. Réessayez dans une demi-minute.',
  'apply.changed': 'Le sprint a changé dans Jira depuis l’aperçu. Regardez de nouveau ce qui changerait.',
  'apply.closed': 'Ce sprint est terminé\u202f: Jira ne change plus ce qu’il contient. Déplacez les tickets dans Jira.',
  'apply.no-next-sprint':
    'Il n’y a pas de sprint suivant. Créez-en un dans le backlog, ou envoyez les tickets au backlog.',
  'apply.nothing-to-undo': 'Il n’y a rien à annuler\u202f: ce plan n’a pas été appliqué, ou cela a déjà été annulé.',
  'settings.conflict': 'Quelqu’un d’autre a modifié ces réglages. Regardez les siens, puis réessayez.',
  'team.no-project':
    'Ce tableau n’appartient à aucun projet : Jira ne peut pas dire qui y travaille. Déplacez-le dans un projet, ou importez les personnes par leur identifiant de compte.',
  'team.conflict': 'Quelqu’un d’autre a modifié cette équipe. Regardez sa version, puis réessayez.',
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

/** By code, why one issue is not moved. What Jira itself says has no code here and is shown as it comes. */
export const refusals: Readonly<Record<string, string>> = {
  subtask: 'Une sous-tâche est dans le sprint de son parent. Déplacez plutôt le parent.',
  done: 'Il est terminé, et ce qui est terminé reste dans le sprint où il l’a été.',
  elsewhere: 'Il n’est plus dans le backlog\u202f: il est terminé, ou quelqu’un l’a mis dans un autre sprint.',
  gone: 'Il n’existe plus, ou vous ne pouvez pas le voir.',
};
