/** '1 ticket', '2 tickets'; none is singular in French. */
export function tickets(count: number, countSaid = String(count)): string {
  return `${countSaid}\u00a0ticket${count > 1 ? 's' : ''}`;
}
