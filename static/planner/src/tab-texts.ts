import { bringTabs } from './texts';
import { tabs } from './texts/english/tabs';

/** Imported by each tab that has sentences of its own, so that they are there before it is drawn. */
bringTabs(tabs);
