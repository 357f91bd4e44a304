/** Forge's own list: no pop-ups and no navigation of the page around it (custom-ui/iframe, 2026-07-05). */
export const sandboxTokens =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';
export const allowedFeatures = 'camera; clipboard-write; display-capture; fullscreen; microphone';
