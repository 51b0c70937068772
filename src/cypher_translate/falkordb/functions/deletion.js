// What Neo4j checks when nodes are deleted.

/** True; an error if a node that is to be deleted still has relationships. */
falkor.register('deletable', (relationships, id) => {
  if (relationships > 0) {
    throw new Error('Neo.ClientError.Schema.ConstraintValidationFailed: ' +
      `Cannot delete node<${id}>, because it still has relationships. ` +
      'To delete this node, you must first delete its relationships.');
  }
  return true;
});

/** Raises the error for what is read of a deleted entity. */
falkor.register('deleted', (id) => {
  if (id === null || id === undefined) return null;
  fail('EntityNotFound', `Entity with id ${id} has been deleted in this transaction`);
});
