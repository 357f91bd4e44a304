/**
 * One issue of the made-up team: its number, its type, its summary, its status, who it is assigned to, its original
 * estimate and the time spent, both in hours.
 */
export type TeamIssue = [
  number: number,
  type: 'Epic' | 'Story' | 'Task' | 'Bug' | 'Sub-task',
  summary: string,
  status: 'To Do' | 'In Progress' | 'Done',
  assignee: 'ada' | 'noor' | 'tomas' | null,
  hours: number | null,
  spentHours: number | null,
  more?: { parent?: number; priority?: string; carriedOverFrom?: number },
];

/** The issues of the project WEB by sprint, in rank order; epics are in none. */
export const webIssues: [sprintId: number | null, issues: TeamIssue[]][] = [
  [
    null,
    [
      [1, 'Epic', 'Checkout in three steps', 'In Progress', 'ada', null, null],
      [2, 'Epic', 'Ready for the gift season', 'In Progress', 'ada', null, null],
    ],
  ],
  [
    21,
    [
      [3, 'Story', 'Show delivery days on the product page', 'Done', 'noor', 12, 14.5],
      [4, 'Bug', 'Basket loses items after signing in', 'Done', 'tomas', 4, 9, { priority: 'Highest' }],
      [5, 'Story', 'Guest checkout without an account', 'Done', 'noor', 20, 26, { parent: 1 }],
      [6, 'Task', 'Move image resizing to the new storage', 'Done', 'tomas', 8, 7],
      [7, 'Bug', 'Postcode field refuses spaces', 'Done', 'noor', 2, 1.5, { priority: 'Low' }],
      [8, 'Task', 'Renew certificates of the test shop', 'Done', 'tomas', 2, 2],
    ],
  ],
  [
    22,
    [
      [9, 'Story', 'One page for address and delivery', 'Done', 'noor', 16, 22, { parent: 1 }],
      [10, 'Story', 'Choose a parcel shop on a map', 'Done', 'tomas', 14, 13],
      [11, 'Bug', 'Voucher is applied twice when going back', 'Done', 'tomas', 6, 10.5, { priority: 'High' }],
      [12, 'Task', 'Measure how long the search takes', 'Done', 'noor', 3, 3],
      [13, 'Story', 'Order mail in the language of the customer', 'Done', 'noor', 8, 8],
      [14, 'Task', 'Update the payment library', 'Done', 'tomas', 5, 8],
      [15, 'Bug', 'Price shows without cents in Safari', 'Done', 'noor', 2, 1],
    ],
  ],
  [
    23,
    [
      [16, 'Story', 'Save the payment method for next time', 'Done', 'tomas', 12, 15, { parent: 1, priority: 'High' }],
      [17, 'Bug', 'Stock shows 1 when there is none', 'Done', 'noor', 4, 3.5, { priority: 'Highest' }],
      [18, 'Story', 'Filter by what can be delivered tomorrow', 'Done', 'noor', 10, 12],
      [19, 'Task', 'Delete carts that are older than 90 days', 'Done', 'tomas', 3, 2],
      [
        20,
        'Story',
        'Summary of the order before paying',
        'In Progress',
        'noor',
        16,
        9,
        { parent: 1, carriedOverFrom: 22 },
      ],
      [21, 'Bug', 'Mail with the invoice arrives twice', 'In Progress', 'tomas', 5, 6],
      [22, 'Story', 'Return label as a QR code', 'To Do', 'tomas', 8, null],
      [23, 'Task', 'Load test before the sale', 'To Do', 'ada', 6, null, { priority: 'High' }],
    ],
  ],
  [
    24,
    [
      [24, 'Story', '🎁 Gift wrapping with a card', 'To Do', 'noor', 16, null, { parent: 2, priority: 'Highest' }],
      [25, 'Sub-task', 'Texts and prices of the wrappings', 'To Do', 'ada', 3, null, { parent: 24 }],
      [26, 'Sub-task', 'Card preview while typing', 'To Do', 'noor', 6, null, { parent: 24 }],
      [27, 'Story', 'Last order date for each country', 'To Do', 'tomas', 10, null, { parent: 2, priority: 'High' }],
      [
        28,
        'Bug',
        'Discount is rounded differently in basket and invoice',
        'To Do',
        'tomas',
        5,
        null,
        { priority: 'High' },
      ],
      [29, 'Story', 'Send a wish list to a friend', 'To Do', 'noor', 14, null, { parent: 2 }],
      [30, 'Task', 'Try the new address check with 1,000 old orders', 'To Do', 'tomas', 8, null],
      [31, 'Bug', 'Size table is cut off on small phones', 'To Do', null, 3, null],
      [32, 'Story', 'Pay by invoice for known companies', 'To Do', 'tomas', null, null, { parent: 1 }],
      [
        33,
        'Story',
        'As a customer who has ordered several gifts for several people I want to send each of them to an address of its own, with a delivery day of its own and a card of its own, without having to go through the checkout once for every one of these people',
        'To Do',
        'noor',
        24,
        null,
        { parent: 2 },
      ],
      [34, 'Task', 'Alert when the payment provider answers slowly', 'To Do', 'ada', 4, null],
      [35, 'Bug', 'Search finds nothing for words with an accent', 'To Do', 'noor', 6, null, { priority: 'Low' }],
      [36, 'Task', 'Remove the old checkout', 'To Do', 'tomas', 7.5, null, { parent: 1 }],
      [37, 'Story', 'Show how many are left below ten', 'To Do', 'noor', 5, null, { priority: 'Lowest' }],
    ],
  ],
  [
    null,
    [
      [38, 'Story', 'Buy a voucher and print it', 'To Do', 'noor', 18, null, { parent: 2, priority: 'High' }],
      [39, 'Bug', 'Colour names are missing in the mail', 'To Do', null, 2, null],
      [40, 'Story', 'Reorder an earlier order with one click', 'To Do', null, 12, null],
      [41, 'Task', 'Split the product service from the shop', 'To Do', 'tomas', 40, null],
      [42, 'Story', 'Reviews with pictures', 'To Do', null, 30, null],
      [43, 'Bug', 'Back button leaves the payment open', 'To Do', 'tomas', 6, null, { priority: 'High' }],
      [44, 'Task', 'Check the shop with a screen reader', 'To Do', 'noor', 12, null],
      [45, 'Story', 'Compare up to four products', 'To Do', null, 20, null],
      [46, 'Story', 'Tell me when it is back in stock', 'To Do', null, 10, null],
      [47, 'Task', 'Archive orders older than ten years', 'To Do', null, null, null],
      [48, 'Bug', 'Newsletter sign-up accepts any text', 'To Do', null, 1.5, null, { priority: 'Low' }],
      [49, 'Story', 'Delivery to a packing station', 'To Do', null, 16, null],
      [50, 'Story', 'Prices without tax for companies', 'To Do', null, 22, null],
      [51, 'Task', 'Move the tests of the basket to the new runner', 'To Do', 'tomas', 9, null],
      [52, 'Bug', 'Two banners cover each other', 'To Do', null, 1, null, { priority: 'Lowest' }],
      [53, 'Story', 'Dark colours for the shop', 'To Do', null, 26, null, { priority: 'Lowest' }],
      [54, 'Task', 'Write down how a release is done', 'To Do', 'ada', 4, null],
      [55, 'Story', 'Suggest what goes with it', 'To Do', null, 35, null],
      [56, 'Bug', 'Date of birth allows tomorrow', 'To Do', null, 1, null],
      [57, 'Story', 'Ask at the counter: collect in a store', 'To Do', null, null, null],
    ],
  ],
];

/** Of the project OPS, which has a kanban board. */
export const operationsIssues: TeamIssue[] = [
  [1, 'Bug', 'Warehouse sees orders ten minutes late', 'In Progress', 'tomas', 4, 2, { priority: 'Highest' }],
  [2, 'Task', 'Bigger disk for the search', 'In Progress', 'ada', 2, 0.5],
  [3, 'Task', 'Restore a backup, as every quarter', 'To Do', 'tomas', 3, null],
  [4, 'Bug', 'Label printer in hall 2 prints twice', 'To Do', null, null, null],
  [5, 'Task', 'New rule for the firewall', 'Done', 'ada', 1, 1],
];

/** Of the project APP, which has a scrum board but no sprint yet. */
export const appIssues: TeamIssue[] = [
  [1, 'Story', 'Sign in with a fingerprint', 'To Do', 'noor', 16, null],
  [2, 'Story', 'Scan a code in the store', 'To Do', null, 24, null],
  [3, 'Task', 'Decide how the app is updated', 'To Do', 'ada', 4, null],
  [4, 'Bug', 'Basket is empty without a network', 'To Do', null, null, null],
];
