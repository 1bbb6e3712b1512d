package dev.migrator.scenario;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * A tenth of the tries that {@code -Dproperties.tries} wants, for properties on a real database.
 */
final class FewerTries implements AroundPropertyHook {

  private static final int TRIES = Integer.getInteger("properties.tries", 200) / 20;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    context.attributes().setTries(Math.max(1, TRIES));
    return property.execute();
  }

  @Override
  public int aroundPropertyProximity() {
    return -100;
  }
}
