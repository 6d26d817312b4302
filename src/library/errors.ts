/** Something the person who runs the program can mend: a file, a setting, a call. One sentence in Vietnamese that names it. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
