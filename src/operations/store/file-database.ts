import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SqliteDatabase } from 'kysely'
import Database from 'libsql'
import { UserError } from '../../library/errors.ts'
import { copyTables } from './copy-tables.ts'
import { codeOf, StoreUnavailable } from './unavailable.ts'

export type FileDatabase = InstanceType<typeof Database>

/**
 * The store's file. When the disk does not take what is written (full, read-only, broken), the store goes on in memory, with all that
 * the file holds; when the disk works again, the file gets what it missed. Only the end of the process in between loses anything.
 *
 * @param report told when the disk stops taking what is written, and when it takes it again
 * @param retry how often it is tried to write to the disk again, in milliseconds
 * @throws UserError when the file is damaged or the folder cannot be used
 */
export function openFileDatabase(folder: string, report: (written: boolean) => void, retry: number): SqliteDatabase {
  let disk: FileDatabase | undefined
  let spare: FileDatabase | undefined
  /** Tables of which the spare holds every row. */
  let copied: ReadonlySet<string> = new Set()
  let inTransaction = false
  let faulty = false
  let returning: NodeJS.Timeout | undefined

  function retreat(): void {
    spare = new Database(':memory:')
    copied = disk ? copyTables(disk, spare, new Set()) : copyFile(fileIn(folder), spare)
    report(false)
    returning = setInterval(comeBack, retry)
    returning.unref()
  }

  function comeBack(): void {
    if (inTransaction || !spare) return
    try {
      disk ??= openFile(folder)
      disk.exec('begin immediate')
      copyTables(spare, disk, copied)
      disk.exec('commit')
    } catch (error) {
      if (disk?.inTransaction) disk.exec('rollback')
      // A file that was opened for reading alone stays so; a full disk needs no other file.
      if (codeOf(error) !== 'SQLITE_FULL') {
        disk?.close()
        disk = undefined
      }
      return
    }
    clearInterval(returning)
    spare.close()
    spare = undefined
    report(true)
  }

  function use<T>(action: (database: FileDatabase) => T): T {
    if (spare) return action(spare)
    try {
      return action(disk!)
    } catch (error) {
      if (!isDiskFault(error)) throw error
      if (inTransaction) {
        // What came before in the transaction is lost with it; whoever runs it may run it again.
        faulty = true
        throw new StoreUnavailable(error)
      }
      retreat()
      return action(spare!)
    }
  }

  function control(statement: string): void {
    if (statement === 'begin') {
      use((database) => database.exec('begin'))
      inTransaction = true
    } else if (statement === 'commit') {
      use((database) => database.exec('commit'))
      inTransaction = false
    } else {
      // A full disk ends a transaction by itself.
      const database = spare ?? disk
      if (database?.inTransaction) database.exec('rollback')
      inTransaction = false
      if (faulty) retreat()
      faulty = false
    }
  }

  try {
    disk = openFile(folder)
  } catch (error) {
    if (!isPassing(error, folder)) throw refusal(error, folder)
    retreat()
  }

  return {
    prepare(sql) {
      if (/^(?:begin|commit|rollback)$/i.test(sql)) {
        const done = { changes: 0, lastInsertRowid: 0 }
        const run = () => {
          control(sql.toLowerCase())
          return done
        }
        return { reader: false, all: () => [], run, iterate: () => [].values() }
      }
      let prepared = use((database) => ({ database, statement: database.prepare(sql) }))
      const statement = (database: FileDatabase) => {
        if (prepared.database !== database) prepared = { database, statement: database.prepare(sql) }
        return prepared.statement
      }
      return {
        reader: prepared.statement.reader,
        all: (parameters) => use((database) => statement(database).all(parameters)),
        run: (parameters) => use((database) => statement(database).run(parameters)),
        iterate: (parameters) => use((database) => statement(database).iterate(parameters)),
      }
    },
    close() {
      clearInterval(returning)
      comeBack()
      spare?.close()
      disk?.close()
    },
  }
}

/** @throws SqliteError when it is no database, UserError when it is damaged */
function openFile(folder: string): FileDatabase {
  mkdirSync(folder, { recursive: true })
  const database = new Database(fileIn(folder))
  try {
    database.exec('pragma busy_timeout = 5000')
    database.exec('pragma journal_mode = WAL')
    database.exec('pragma synchronous = NORMAL')
    // What is deleted is overwritten, so that nothing of it can be found in the file.
    database.exec('pragma secure_delete = ON')
    // Fails on a disk that is read-only, before anything is prepared: what is prepared keeps a closed connection open until it is
    // collected as garbage, and while one that could only read is open, no other can write.
    database.exec('begin immediate; pragma user_version = 0; rollback')
    const found: unknown = database.prepare('pragma quick_check(1)').all()
    if (JSON.stringify(found) !== '[{"quick_check":"ok"}]') throw damaged(folder)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Copies the tables of a file that can only be read. @returns the tables whose rows could all be read */
function copyFile(file: string, to: FileDatabase): ReadonlySet<string> {
  // Attached, since what is detached is closed at once.
  const attach = (address: string) => to.prepare('attach ? as disk').run([address])
  try {
    try {
      attach(file)
    } catch {
      // Nobody wrote to it lately, so that there is no index of its journal, and none can be made.
      attach(`file:${encodeURI(file).replace(/[?#]/g, encodeURIComponent)}?immutable=1`)
    }
  } catch {
    return new Set()
  }
  try {
    return copyTables(to, to, new Set(), 'disk')
  } finally {
    to.exec('detach disk')
  }
}

function fileIn(folder: string): string {
  return join(folder, 'store.db')
}

/** The disk does not take or give what it should; nothing is wrong with the statement. */
function isDiskFault(error: unknown): boolean {
  return /^SQLITE_(?:FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB)/.test(codeOf(error))
}

/** A disk that is full or read-only for now; a folder without the right to write is a setting to be mended. */
function isPassing(error: unknown, folder: string): boolean {
  if (error instanceof UserError || isDamage(error)) return false
  if (/^SQLITE_(?:FULL|IOERR)|^ENOSPC$|^EROFS$/.test(codeOf(error))) return true
  try {
    for (const path of [folder, fileIn(folder)]) if (existsSync(path)) accessSync(path, constants.W_OK)
    return false
  } catch (denial) {
    return codeOf(denial) === 'EROFS'
  }
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error))
}

function refusal(error: unknown, folder: string): UserError {
  if (error instanceof UserError) return error
  if (isDamage(error)) return damaged(folder)
  return new UserError(
    `Không mở được kho dữ liệu trong thư mục “${folder}” (DATA_DIR): hãy kiểm tra quyền ghi, dung lượng đĩa và tệp store.db.`,
    { cause: error },
  )
}

function damaged(folder: string): UserError {
  return new UserError(
    `Tệp kho dữ liệu “${fileIn(folder)}” bị hỏng: hãy chép lại tệp từ bản sao lưu, hoặc chuyển tệp (cùng store.db-wal, store.db-shm) đi nơi khác để bot tạo kho mới.`,
  )
}
