/** What @forge/bridge says `view.createHistory()` answers comes from a package that it does not bring along. */
declare module 'history' {
  interface Location {
    readonly pathname: string;
    readonly search: string;
  }

  export interface History {
    readonly location: Location;
    push(path: string): void;
    replace(path: string): void;
    listen(onChange: (location: Location) => void): void;
  }
}
