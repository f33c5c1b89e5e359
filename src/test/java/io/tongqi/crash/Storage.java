package io.tongqi.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where the tables of forces lie, and how that fails. */
public interface Storage {
  /** How an operation that changes something fails. */
  enum Fault {
    /** Nothing is done, an error is reported; the run goes on. */
    BEFORE,
    /** It is done, and an error is reported all the same; the run goes on. */
    ANSWER_LOST,
    /** Of a file half is written, and an error is reported; the run goes on. */
    HALF_WRITTEN,
    /** It is not done or half, and nothing works any more: the process was halted. */
    HALTED,
    /** From then on no file can be written: the disk is full. Files can be read and removed. */
    FULL
  }

  /** The faults that this kind of storage has. */
  List<Fault> faults();

  /** The address of the tables of a force, as its settings name it. */
  String address(String force);

  /** The folder in which these tables really lie, where nothing fails. */
  Path folder(String force);

  /** Copies the tables of a force; those of the other are lost. */
  void copy(String force, String other) throws IOException;

  /** From now on fails at that operation, counted from one. */
  void failAt(long operation, Fault how);

  /** From now on works; tells how many operations there were. */
  long mend();
}
