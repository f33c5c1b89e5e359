package io.tongqi.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.RelationCatalog;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.delta.DeltaTimeTravelSpec;
import org.apache.spark.sql.delta.catalog.DeltaTableV2;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Option;
import scala.collection.immutable.Map$;

/**
 * The names of a warehouse's tables and views in a session: each is looked up when a query names
 * it, and nothing is registered anywhere. A session has the names of one warehouse at a time, of
 * all tables as they are now or as they stood at given versions. What exists is read only; {@link
 * Tables} writes.
 */
public final class WarehouseCatalog implements RelationCatalog, SupportsNamespaces {
  private static final String NAME = "tongqi";
  private static final String KEY = "spark.sql.catalog." + NAME;
  private static final String WAREHOUSE = KEY + ".warehouse";
  private static final String VERSION = KEY + ".version.";

  /**
   * Lets the session's queries name the tables of a warehouse.
   *
   * @param versions the Delta version of each table by its full name; a table without one is read
   *     as it is now
   */
  static void use(SparkSession spark, String warehouse, Map<String, Long> versions) {
    for (Table table : Table.values()) {
      String key = VERSION + table.fullName();
      Optional.ofNullable(versions.get(table.fullName()))
          .ifPresentOrElse(it -> spark.conf().set(key, it), () -> spark.conf().unset(key));
    }
    spark.conf().set(KEY, WarehouseCatalog.class.getName());
    spark.conf().set(WAREHOUSE, warehouse);
    spark.conf().set("spark.sql.defaultCatalog", NAME);
  }

  @Override
  public void initialize(String name, CaseInsensitiveStringMap options) {
    // What it needs is read from the session of each query: the session may turn to another one.
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public org.apache.spark.sql.connector.catalog.Relation loadRelation(Identifier name)
      throws NoSuchTableException {
    String fullName = String.join(".", name.namespace()) + "." + name.name();
    Relation relation =
        Relation.all().stream()
            .filter(it -> it.fullName().equalsIgnoreCase(fullName))
            .findFirst()
            .orElseThrow(() -> new NoSuchTableException(name));
    return relation instanceof View view ? definition(view) : data((Table) relation);
  }

  private static DeltaTableV2 data(Table table) {
    SparkSession spark = SparkSession.active();
    String location = table.location(spark.conf().get(WAREHOUSE));
    Option<String> version = spark.conf().getOption(VERSION + table.fullName());
    DeltaTableV2 data =
        DeltaTableV2.apply(
            spark,
            new Path(location),
            Option.empty(),
            Option.apply(table.fullName()),
            Map$.MODULE$.empty(),
            version.map(
                it ->
                    new DeltaTimeTravelSpec(
                        Option.empty(),
                        Option.apply(Long.valueOf(it)),
                        Option.apply(NAME),
                        false)));
    if (data.initialSnapshot().version() < 0) {
      throw TableException.missing(table.fullName(), location);
    }
    return data;
  }

  private org.apache.spark.sql.connector.catalog.View definition(View view) {
    return new org.apache.spark.sql.connector.catalog.View.Builder()
        .withSchema(view.columns())
        .withQueryText(view.query())
        .withQueryColumnNames(view.columns().fieldNames())
        .withCurrentCatalog(NAME)
        .withCurrentNamespace(new String[0])
        .withSchemaMode("COMPENSATION")
        .build();
  }

  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    return names(Stream.of(Table.values()), namespace);
  }

  @Override
  public Identifier[] listViews(String[] namespace) throws NoSuchNamespaceException {
    return names(Stream.of(View.values()), namespace);
  }

  private Identifier[] names(Stream<? extends Relation> relations, String[] namespace)
      throws NoSuchNamespaceException {
    loadNamespaceMetadata(namespace);
    String schema = namespace[0] + ".";
    return relations
        .map(Relation::fullName)
        .filter(it -> it.startsWith(schema))
        .map(it -> Identifier.of(namespace, it.substring(schema.length())))
        .toArray(Identifier[]::new);
  }

  @Override
  public String[][] listNamespaces() {
    return Stream.of(Table.values())
        .map(Table::layer)
        .distinct()
        .map(layer -> new String[] {layer})
        .toArray(String[][]::new);
  }

  @Override
  public String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
    if (namespace.length == 0) {
      return listNamespaces();
    }
    loadNamespaceMetadata(namespace);
    return new String[0][];
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(String[] namespace)
      throws NoSuchNamespaceException {
    if (Stream.of(listNamespaces()).noneMatch(it -> List.of(it).equals(List.of(namespace)))) {
      throw new NoSuchNamespaceException(namespace);
    }
    return Map.of();
  }

  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata) {
    throw readOnly();
  }

  @Override
  public void alterNamespace(String[] namespace, NamespaceChange... changes) {
    throw readOnly();
  }

  @Override
  public boolean dropNamespace(String[] namespace, boolean cascade) {
    throw readOnly();
  }

  @Override
  public org.apache.spark.sql.connector.catalog.Table alterTable(
      Identifier name, TableChange... changes) {
    throw readOnly();
  }

  @Override
  public boolean dropTable(Identifier name) {
    throw readOnly();
  }

  @Override
  public void renameTable(Identifier name, Identifier newName) {
    throw readOnly();
  }

  @Override
  public org.apache.spark.sql.connector.catalog.View createView(
      Identifier name, org.apache.spark.sql.connector.catalog.View view) {
    throw readOnly();
  }

  @Override
  public org.apache.spark.sql.connector.catalog.View replaceView(
      Identifier name, org.apache.spark.sql.connector.catalog.View view) {
    throw readOnly();
  }

  @Override
  public boolean dropView(Identifier name) {
    throw readOnly();
  }

  @Override
  public void renameView(Identifier name, Identifier newName) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException(
        "Changing what is in the warehouse by SQL: its tables and views can only be read; use the"
            + " commands of Tongqi.");
  }
}
