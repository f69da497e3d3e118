@rem The command `exec` for cmd.exe, which knows none and looks here first: runs the rest of the line, for `npm start`.
@%*
