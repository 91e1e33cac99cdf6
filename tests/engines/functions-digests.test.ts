import {
  assertTrue,
  crc32,
  equalNull,
  isnan,
  isnotnull,
  md5,
  nullifzero,
  nvl2,
  sha1,
  sha2,
  tryAdd,
  tryMultiply,
  UnsupportedOnDialect,
  zeroifnull,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)
  gives(
    'NULL and zero',
    { n: 'int?' },
    [[0], [2], [null]],
    ({ n }) => ({
      none: nullifzero(n),
      zero: zeroifnull(n),
      there: isnotnull(n),
      same: equalNull(n, null),
      nan: isnan(n),
      which: nvl2(n, 'yes', 'no'),
      sum: tryAdd(n, n),
    }),
    {
      none: [null, 2, null],
      zero: [0, 2, 0],
      there: [true, true, false],
      same: [false, false, true],
      nan: [false, false, false],
      which: ['yes', 'yes', 'no'],
      sum: [0, 4, null],
    },
  )
  gives(
    'what has no room is NULL',
    { i: 'int?' },
    [[2147483647], [1]],
    ({ i }) => ({ sum: tryAdd(i, i), product: tryMultiply(i, i) }),
    { sum: [null, 2], product: [null, 1] },
  )
  fails('an assertion', { n: 'int' }, [[1]], ({ n }) => ({ ok: assertTrue(n.gt(1), 'too small') }), Error, /too small/)
  gives('digests', { s: 'string?' }, [['abc'], [null]], ({ s }) => ({ md5: md5(s), sha2: sha2(s, 256) }), {
    md5: ['900150983cd24fb0d6963f7d28e17f72', null],
    sha2: ['ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', null],
  })
  gives(
    'checksums',
    { s: 'string?', x: 'binary?' },
    [
      ['abc', new Uint8Array([0, 255, 16])],
      ['', new Uint8Array()],
      ['ß', new Uint8Array([7])],
      [null, null],
    ],
    ({ s, x }) => ({ text: crc32(s), bytes: crc32(x) }),
    { text: [891568578, 0, 3250460839, null], bytes: [1909601284, 0, 1281784366, null] },
  )
  if (database.dialect === 'postgres') {
    fails('SHA-1', { s: 'string' }, [], ({ s }) => ({ sha1: sha1(s) }), UnsupportedOnDialect, /sha1/)
  } else {
    gives('SHA-1', { s: 'string?' }, [['abc'], [null]], ({ s }) => ({ sha1: sha1(s) }), {
      sha1: ['a9993e364706816aba3e25717850c26c9cd0d89d', null],
    })
  }
})
