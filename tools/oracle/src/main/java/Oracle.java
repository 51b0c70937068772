import java.nio.file.Path;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * Starts an empty Neo4j in this process, prints its Bolt address as the only line of standard output, and stops when
 * standard input ends, so that it never outlives the program that started it.
 *
 * <p>Arguments: the folder to keep the database in.
 */
public final class Oracle {
    private Oracle() {}

    public static void main(String[] arguments) throws Exception {
        try (Neo4j neo4j = Neo4jBuilders.newInProcessBuilder(Path.of(arguments[0]))
                .withDisabledServer()
                .build()) {
            System.out.println(neo4j.boltURI());
            while (System.in.read() != -1) {
                // Only the end of the input matters.
            }
        }
    }
}
