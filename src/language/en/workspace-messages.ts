/** English messages about the workspaces in which the app is installed, for whoever runs it. */

export const workspaceMessages = {
  sealCut: "its token was cut or changed in the database",
  sealBroken: "its token was changed in the database, or stands in the row of another workspace",
  sealUnknownKey: "its token was sealed with a key that INSTALL_KEYS does not have",
} as const;
