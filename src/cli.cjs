// Starts the command line. tsx's hooks for ES modules send every file through another thread, which would be half the time of a short
// command; required, the same files load in this thread.
require('tsx/cjs')
require('./cli.ts')
