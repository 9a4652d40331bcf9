package io.genledger.adapter.json.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleValueInstantiators;

/**
 * Calls the constructors of wire records with the values of their components. Jackson itself adapts
 * a constructor to an array of values for each object anew, a seventh of the time of decoding.
 */
final class RecordConstructors extends SimpleValueInstantiators {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config,
            BeanDescription.Supplier type,
            ValueInstantiator standard) {
        return type.getBeanClass().isRecord() && standard instanceof StdValueInstantiator one
                ? new Adapted(one)
                : standard;
    }

    /** The constructor of one record, adapted once. */
    private static final class Adapted extends StdValueInstantiator {

        private static final long serialVersionUID = 1L;
        private static final MethodType OF_VALUES =
                MethodType.methodType(Object.class, Object[].class);

        private final transient MethodHandle constructor;

        Adapted(StdValueInstantiator standard) {
            super(standard);
            Constructor<?> declared = (Constructor<?>) getWithArgsCreator().getAnnotated();
            // Wire records are not public.
            declared.setAccessible(true);
            try {
                constructor =
                        MethodHandles.lookup()
                                .unreflectConstructor(declared)
                                .asSpreader(Object[].class, declared.getParameterCount())
                                .asType(OF_VALUES);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("the constructor is accessible", impossible);
            }
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] values) {
            try {
                return (Object) constructor.invokeExact(values);
            } catch (RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable impossible) {
                throw new IllegalStateException("records throw nothing else", impossible);
            }
        }
    }
}
